package io.jetalyst.internal.security;

import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Response;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps responses that depend on an identity or a session out of shared caches (RFC 9111 §5.2.2). */
public final class PersonalResponse {
    private static final String NAME = "Cache-Control";
    /** Without an argument: {@code private="Set-Cookie"} lets a shared cache keep the rest. */
    private static final Set<String> DECIDED = Set.of("public", "private", "no-store");

    private PersonalResponse() {}

    /**
     * The response as caches may keep it.
     *
     * @param isIdentified whether the client has an identity, or a session
     */
    public static Response confine(Response response, boolean isIdentified) {
        String control = response.headers().stream()
                .filter(field -> field.name().equalsIgnoreCase(NAME))
                .map(HeaderField::value)
                .collect(Collectors.joining(", "));
        if (control.isEmpty()) {
            return response; // by default it is not stored, or asked for each time
        }
        Set<String> directives = Stream.of(control.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .collect(Collectors.toSet());
        if (directives.contains("no-store")) {
            return response;
        }
        boolean isDecided = directives.stream().anyMatch(DECIDED::contains);
        Response confined = isIdentified && !isDecided ? response.header(NAME, "private, " + control) : response;
        return confined.vary("Authorization").vary("Cookie");
    }
}
