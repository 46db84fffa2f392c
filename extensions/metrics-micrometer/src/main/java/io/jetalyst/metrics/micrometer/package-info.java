/** Metrics through Micrometer. */
@NullMarked
package io.jetalyst.metrics.micrometer;

import org.jspecify.annotations.NullMarked;
