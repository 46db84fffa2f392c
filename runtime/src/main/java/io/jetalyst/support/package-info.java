/** Called by generated code only. */
@NullMarked
package io.jetalyst.support;

import org.jspecify.annotations.NullMarked;
