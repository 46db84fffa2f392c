/** An application that echoes messages, for conformance test suites. */
@NullMarked
package io.jetalyst.conformance;

import org.jspecify.annotations.NullMarked;
