/** Where settings come from, and what the server makes of them. */
@NullMarked
package io.jetalyst.internal.config;

import org.jspecify.annotations.NullMarked;
