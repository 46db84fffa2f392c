/** Contracts of the interfaces of the runtime, as tests that implementations extend; published as the test-jar of the runtime. */
@NullMarked
package io.jetalyst.contract;

import org.jspecify.annotations.NullMarked;
