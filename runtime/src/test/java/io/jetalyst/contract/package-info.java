/** What implementations of the runtime's interfaces must do, as tests to extend; published as the runtime's test-jar. */
@NullMarked
package io.jetalyst.contract;

import org.jspecify.annotations.NullMarked;
