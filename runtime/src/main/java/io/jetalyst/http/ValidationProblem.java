package io.jetalyst.http;

import java.util.List;

/**
 * Input of a request that could be read and violates constraints. The client receives 422 with an {@link InputError} for each violation
 * (RFC 9110 §15.5.21), and never the values.
 */
public class ValidationProblem extends HttpProblem {
    private static final long serialVersionUID = 1;

    /**
     * A problem with several values.
     *
     * @throws IllegalArgumentException if there is no error
     */
    public ValidationProblem(List<InputError> errors) {
        super(HttpProblem.of(Status.UNPROCESSABLE_CONTENT, errors));
    }
}
