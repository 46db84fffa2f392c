/** JSON through Jackson 3, which reads and writes records by reflection. */
@NullMarked
package io.jetalyst.json.jackson;

import org.jspecify.annotations.NullMarked;
