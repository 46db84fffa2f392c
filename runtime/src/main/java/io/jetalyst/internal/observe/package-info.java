/** Notifies the observers of an application. */
@NullMarked
package io.jetalyst.internal.observe;

import org.jspecify.annotations.NullMarked;
