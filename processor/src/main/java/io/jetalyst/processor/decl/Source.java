package io.jetalyst.processor.decl;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a request that text parameters are taken from. A source is one row here, its annotation, and the method of the runtime's
 * {@code Params} that reads it.
 */
public enum Source {
    PATH("PathParam", "path", "path", "the path", Presence.ALWAYS),
    QUERY("QueryParam", "query", "query", "the query string", Presence.MAYBE),
    HEADER("HeaderParam", "header", "headerList", "a header field", Presence.MAYBE) {
        /** {@code xRequestId} is {@code X-Request-Id}. */
        @Override
        public String nameOf(ParamDecl param) {
            String name = param.name();
            return Character.toUpperCase(name.charAt(0)) + name.substring(1).replaceAll("(?=\\p{Lu})", "-");
        }
    },
    COOKIE("CookieParam", "cookie", "cookies", "a cookie", Presence.MAYBE),
    FORM("FormParam", "form", "form", "a field of a form", Presence.WITH_BODY);

    /** Whether a request that reaches the route has a value in this source. */
    private enum Presence {
        ALWAYS,
        MAYBE,
        /** Maybe, and only if the request has a body. */
        WITH_BODY
    }

    private final String annotation;
    private final String simpleName;
    private final String binder;
    private final String listBinder;
    private final String place;
    private final Presence presence;

    Source(String simpleName, String binder, String listBinder, String place, Presence presence) {
        this.annotation = "io.jetalyst.annotation." + simpleName;
        this.simpleName = simpleName;
        this.binder = binder;
        this.listBinder = listBinder;
        this.place = place;
        this.presence = presence;
    }

    /** The annotation type. */
    public String annotation() {
        return annotation;
    }

    /** {@code a header field}: the part of the request. */
    public String place() {
        return place;
    }

    /** The method of {@code Params} for a parameter of one value. */
    public String binder() {
        return binder;
    }

    /** The method of {@code Params} for a parameter of several values. */
    public String listBinder() {
        return listBinder;
    }

    /** Whether the request has names of this source as tokens (RFC 9110 §5.6.2). */
    public boolean isNamedByToken() {
        return this == HEADER || this == COOKIE;
    }

    /** Whether the value may be missing, so that a default value and {@code Optional} have a meaning. */
    public boolean isOptional() {
        return presence != Presence.ALWAYS;
    }

    /** The name under which the request has the value of a parameter that gives no other name. */
    public String nameOf(ParamDecl param) {
        return param.name();
    }

    /** The annotation types of all sources. */
    public static List<String> annotations() {
        return Arrays.stream(values()).map(Source::annotation).toList();
    }

    /**
     * {@code @QueryParam for the query string or @HeaderParam for a header}.
     *
     * @param hasBody whether the requests of the route have a body
     */
    public static String suggestions(boolean hasBody) {
        return join(Arrays.stream(values())
                .filter(source -> source.presence == Presence.MAYBE || hasBody && source.isOptional())
                .map(source -> "@" + source.simpleName + " for " + source.place)
                .toList());
    }

    /** {@code @QueryParam or @HeaderParam}: the annotations that allow a default value on every route. */
    public static String optionalOnes() {
        return join(Arrays.stream(values())
                .filter(source -> source.presence == Presence.MAYBE)
                .map(source -> "@" + source.simpleName)
                .toList());
    }

    private static String join(List<String> alternatives) {
        int last = alternatives.size() - 1;
        return last == 0
                ? alternatives.get(0)
                : alternatives.stream().limit(last).collect(Collectors.joining(", ")) + " or " + alternatives.get(last);
    }
}
