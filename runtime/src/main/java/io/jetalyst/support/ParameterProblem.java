package io.jetalyst.support;

import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.InputError;
import java.util.List;

/**
 * Parameters that generated code could not bind, before it called the method. If the method is a WebSocket endpoint and the request is
 * no handshake, the page of the path answers instead. A {@link BindingProblem} that the method itself throws is never of this class.
 */
public final class ParameterProblem extends BindingProblem {
    private static final long serialVersionUID = 1;

    ParameterProblem(List<InputError> errors) {
        super(errors);
    }
}
