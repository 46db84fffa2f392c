/** Evaluates the conditions of requests, and cuts responses to the ranges that a client requests. */
@NullMarked
package io.jetalyst.internal.files;

import org.jspecify.annotations.NullMarked;
