package io.jetalyst.security;

import java.util.Set;

/** An identity that has a name and roles only. */
record NamedIdentity(String name, Set<String> roles) implements Identity {
    NamedIdentity {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an identity has a name");
        }
        roles = Set.copyOf(roles);
    }

    @Override
    public String toString() {
        return name + " " + roles;
    }
}
