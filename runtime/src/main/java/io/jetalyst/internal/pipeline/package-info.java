/** From a request to its answer. */
@NullMarked
package io.jetalyst.internal.pipeline;

import org.jspecify.annotations.NullMarked;
