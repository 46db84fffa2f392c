package io.jetalyst.http;

import java.util.List;

/**
 * Parameters of the request that are missing or cannot be converted. The client gets 400 with an {@link InputError} for each, and never
 * the values.
 */
public class BindingProblem extends HttpProblem {
    private static final long serialVersionUID = 1;

    /** A problem with one parameter. */
    public BindingProblem(InputError error) {
        this(List.of(error));
    }

    /**
     * A problem with several parameters.
     *
     * @throws IllegalArgumentException if there is no error
     */
    public BindingProblem(List<InputError> errors) {
        super(HttpProblem.of(Status.BAD_REQUEST, errors));
    }
}
