package io.jetalyst.processor.check;

import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.problem.Problems;

/** Something that must hold for one controller. */
@FunctionalInterface
interface Rule {
    /** Adds what is wrong. A part of the model that is unusable was told already: a rule passes over it. */
    void check(ControllerModel controller, Problems problems);
}
