/** Checks, reads and bounds the bodies of requests, as their routes take them. */
@NullMarked
package io.jetalyst.internal.body;

import org.jspecify.annotations.NullMarked;
