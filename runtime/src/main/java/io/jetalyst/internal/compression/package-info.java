/** Compresses the contents of responses. */
@NullMarked
package io.jetalyst.internal.compression;

import org.jspecify.annotations.NullMarked;
