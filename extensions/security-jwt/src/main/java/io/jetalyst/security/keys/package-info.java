/** Fetches what an issuer publishes, with limits, and keeps it in memory. For the modules of this project. */
@NullMarked
package io.jetalyst.security.keys;

import org.jspecify.annotations.NullMarked;
