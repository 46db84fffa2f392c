/** Servers that are measured, the load that measures them, and the command that holds them against each other. */
@NullMarked
package io.jetalyst.benchmarks;

import org.jspecify.annotations.NullMarked;
