package io.jetalyst.support;

import io.jetalyst.http.InputError;
import io.jetalyst.http.ValidationProblem;
import java.util.List;

/** As {@link ParameterProblem}, for parameters that violate constraints. A {@link ValidationProblem} of the method itself is never of this class. */
public final class ConstraintProblem extends ValidationProblem {
    private static final long serialVersionUID = 1;

    ConstraintProblem(List<InputError> errors) {
        super(errors);
    }
}
