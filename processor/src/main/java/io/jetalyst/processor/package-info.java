/** The entry: what the compiler starts, and how a round goes through the stages. */
@NullMarked
package io.jetalyst.processor;

import org.jspecify.annotations.NullMarked;
