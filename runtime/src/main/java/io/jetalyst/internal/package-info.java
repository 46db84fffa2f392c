/** The pipeline between an engine and the routes. Not exported. */
@NullMarked
package io.jetalyst.internal;

import org.jspecify.annotations.NullMarked;
