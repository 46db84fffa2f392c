/** The contract of engines, as tests. Extend the subclasses of {@link io.jetalyst.contract.engine.EngineContract}. */
@NullMarked
package io.jetalyst.contract.engine;

import org.jspecify.annotations.NullMarked;
