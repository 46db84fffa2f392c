/** Hashes of passwords, by Password4j. */
@NullMarked
package io.jetalyst.security.passwords;

import org.jspecify.annotations.NullMarked;
