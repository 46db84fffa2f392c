package io.jetalyst.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of the request that a parameter cannot take: 400, naming the parameter and where it stands, never the value.
 *
 * <p>Only parameter binding throws it, which is how a socket endpoint's plain {@code GET} knows to go on to the page.
 */
public final class BindingProblem extends HttpProblem {
    private static final long serialVersionUID = 1;

    /**
     * @param source where the value stands: {@code path} or {@code query}
     * @param parameter its name there
     * @param complaint what is wrong, to follow the name in a sentence: {@code "must be a whole number"}
     */
    public BindingProblem(String source, String parameter, String complaint) {
        super(
                Status.BAD_REQUEST,
                "The " + source + " parameter \"" + parameter + "\" " + complaint + ".",
                members(source, parameter),
                List.of());
    }

    private static Map<String, String> members(String source, String parameter) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("parameter", parameter);
        members.put("in", source);
        return members;
    }
}
