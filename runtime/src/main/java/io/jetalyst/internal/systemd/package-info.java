/** The protocols of a supervisor such as systemd: notifications, and descriptors that it passes. */
@NullMarked
package io.jetalyst.internal.systemd;

import org.jspecify.annotations.NullMarked;
