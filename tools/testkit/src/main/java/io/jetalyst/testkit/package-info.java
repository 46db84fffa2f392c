/** Tests of a whole application, over real connections. Begin at {@link io.jetalyst.testkit.TestApp}. */
@NullMarked
package io.jetalyst.testkit;

import org.jspecify.annotations.NullMarked;
