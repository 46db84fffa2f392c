/** The interfaces between a server and the runtime. Applications do not use these types. */
@NullMarked
package io.jetalyst.engine;

import org.jspecify.annotations.NullMarked;
