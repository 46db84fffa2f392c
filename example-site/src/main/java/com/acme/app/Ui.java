package com.acme.app;

import io.jetalyst.http.Flash;
import io.jetalyst.http.Request;
import io.jetalyst.security.Identity;
import java.util.Optional;

/** The values of a request that the layout of every page needs. */
public record Ui(Request request, Flash flash, Optional<Identity> identity) {
    public boolean isAdmin() {
        return identity.filter(user -> user.hasRole(Role.ADMIN)).isPresent();
    }
}
