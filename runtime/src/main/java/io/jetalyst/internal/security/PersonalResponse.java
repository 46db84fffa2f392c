package io.jetalyst.internal.security;

import io.jetalyst.http.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps responses that depend on an identity or a session out of shared caches (RFC 9111 §5.2.2). */
public final class PersonalResponse {
    private static final Set<String> DECIDED = Set.of("public", "private", "no-store");

    private PersonalResponse() {}

    /**
     * The response as caches may keep it.
     *
     * @param isIdentified whether the client has an identity, or a session
     */
    public static Response confine(Response response, boolean isIdentified) {
        Optional<String> control = response.header("Cache-Control");
        if (control.isEmpty()) {
            return response; // by default it is not stored, or asked for each time
        }
        Set<String> directives = Stream.of(control.get().split(","))
                .map(directive -> directive.strip().replaceFirst("\\s*=.*", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (directives.contains("no-store")) {
            return response;
        }
        boolean isDecided = directives.stream().anyMatch(DECIDED::contains);
        Response confined =
                isIdentified && !isDecided ? response.header("Cache-Control", "private, " + control.get()) : response;
        return confined.vary("Authorization").vary("Cookie");
    }
}
