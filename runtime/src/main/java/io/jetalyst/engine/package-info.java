/** What a server implements to carry the runtime. Applications do not use these types. */
@NullMarked
package io.jetalyst.engine;

import org.jspecify.annotations.NullMarked;
