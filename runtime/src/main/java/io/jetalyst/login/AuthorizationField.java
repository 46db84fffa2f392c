package io.jetalyst.login;

import io.jetalyst.security.CredentialsProblem;
import java.util.List;
import java.util.Optional;

/** The field {@code Authorization} of a request (RFC 9110 §11.6.2), for authenticators. */
public final class AuthorizationField {
    private AuthorizationField() {}

    /**
     * The credentials behind the name of a scheme, which is compared without case; empty if the request has no credentials, or those of another
     * scheme.
     *
     * @param values the values of all fields {@code Authorization}
     * @throws CredentialsProblem if there are several fields, one of which has this scheme
     */
    public static Optional<String> of(String scheme, List<String> values) {
        Optional<String> found = Optional.empty();
        for (String value : values) {
            String stripped = value.strip();
            int space = stripped.indexOf(' ');
            String name = space < 0 ? stripped : stripped.substring(0, space);
            if (name.equalsIgnoreCase(scheme)) {
                found = Optional.of(
                        space < 0 ? "" : stripped.substring(space + 1).strip());
            }
        }
        if (found.isPresent() && values.size() > 1) {
            throw new CredentialsProblem("The request has several fields Authorization.");
        }
        return found;
    }
}
