package io.jetalyst.support;

import io.jetalyst.filter.Context;
import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.Request;
import java.util.List;

/** Where generated code finds the values of parameters. */
public final class Params {
    private Params() {}

    /** A variable of the route's path. */
    public static Param path(Context context, String name) {
        try {
            return new Param("path", name, context.pathVariable(name));
        } catch (BindingProblem malformed) {
            throw new ParameterProblem(malformed);
        }
    }

    /** A parameter of the query string, which may be missing but not given twice. */
    public static Param query(Context context, String name) {
        Request request = context.request();
        List<String> values;
        try {
            values = request.queryParams(name);
        } catch (BindingProblem malformed) {
            throw new ParameterProblem(malformed);
        }
        if (values.size() > 1) {
            throw new ParameterProblem("query", name, "is given " + values.size() + " times");
        }
        return new Param("query", name, values.isEmpty() ? null : values.get(0));
    }
}
