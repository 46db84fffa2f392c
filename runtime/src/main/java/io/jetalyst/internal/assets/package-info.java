/** Static files of the class path, and folders whose files are served. */
@NullMarked
package io.jetalyst.internal.assets;

import org.jspecify.annotations.NullMarked;
