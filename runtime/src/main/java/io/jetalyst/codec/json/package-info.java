/**
 * The rules that all JSON codecs share: the grammar, the faults of a body, the members of objects, and the values that are strings or numbers.
 * The author of a codec uses these classes, so that all codecs accept the same bodies and report the same faults.
 */
@NullMarked
package io.jetalyst.codec.json;

import org.jspecify.annotations.NullMarked;
