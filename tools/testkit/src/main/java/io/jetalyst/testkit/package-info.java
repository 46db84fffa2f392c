/** Tests a whole application over real connections. Start with {@link io.jetalyst.testkit.TestApp}. */
@NullMarked
package io.jetalyst.testkit;

import org.jspecify.annotations.NullMarked;
