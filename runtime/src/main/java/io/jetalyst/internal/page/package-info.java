/** The pages of the framework itself. */
@NullMarked
package io.jetalyst.internal.page;

import org.jspecify.annotations.NullMarked;
