/** An application that echoes, for the suites of others to judge. */
@NullMarked
package io.jetalyst.conformance;

import org.jspecify.annotations.NullMarked;
