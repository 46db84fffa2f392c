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
        return new Param("path", name, context.pathVariable(name));
    }

    /** A parameter of the query string, which may be missing but not given twice. */
    public static Param query(Context context, String name) {
        Request request = context.request();
        List<String> values = request.queryParams(name);
        if (values.size() > 1) {
            throw new BindingProblem("query", name, "is given " + values.size() + " times");
        }
        return new Param("query", name, values.isEmpty() ? null : values.get(0));
    }
}
