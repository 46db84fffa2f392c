package io.jetalyst.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A parameter of the request that is missing or cannot be converted. The client gets 400, with the name of the parameter and where the
 * request has it, and never the value.
 */
public class BindingProblem extends HttpProblem {
    private static final long serialVersionUID = 1;

    /**
     * @param source the part of the request: {@code path}, {@code query} and so on
     * @param parameter the name of the parameter
     * @param complaint what is wrong, to follow the name in a sentence: {@code "must be a whole number"}
     */
    public BindingProblem(String source, String parameter, String complaint) {
        super(
                Status.BAD_REQUEST,
                "The " + source + " parameter \"" + parameter + "\" " + complaint + ".",
                members(source, parameter),
                List.of());
    }

    /** The same problem as an instance of a subclass. */
    protected BindingProblem(BindingProblem problem) {
        super(Status.BAD_REQUEST, problem.detail(), problem.members(), List.of());
    }

    private static Map<String, String> members(String source, String parameter) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("parameter", parameter);
        members.put("in", source);
        return members;
    }
}
