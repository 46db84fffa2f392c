/** The JSON codec of avaje-jsonb. */
@NullMarked
package io.jetalyst.json.avaje;

import org.jspecify.annotations.NullMarked;
