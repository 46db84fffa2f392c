package io.jetalyst.support;

import io.jetalyst.filter.Context;
import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.Cookies;
import io.jetalyst.http.Request;
import java.util.List;

/** Reads the texts that generated code converts for the parameters of a method: one method for each source. */
public final class Params {
    private Params() {}

    /** The path variable at this index, counted from 0 on the left. */
    public static Param path(Context context, int index, String name) {
        try {
            return new Param("path", name, context.pathVariable(index));
        } catch (BindingProblem malformed) {
            throw new ParameterProblem(malformed);
        }
    }

    /** A parameter of the query string. The request may lack it, but not have it twice. */
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

    /** A header field, whose lines are joined (RFC 9110 §5.3). */
    public static Param header(Context context, String name) {
        List<String> lines = context.request().headers().all(name);
        return new Param("header", name, lines.isEmpty() ? null : String.join(", ", lines));
    }

    /** The first cookie of a name. */
    public static Param cookie(Context context, String name) {
        Cookies cookies = new Cookies(context.request().headers());
        return new Param("cookie", name, cookies.first(name).orElse(null));
    }
}
