/** Limits of one socket, and memory budgets that all sockets share. Not exported. */
@NullMarked
package io.jetalyst.internal.limit;

import org.jspecify.annotations.NullMarked;
