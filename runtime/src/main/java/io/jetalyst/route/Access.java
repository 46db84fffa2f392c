package io.jetalyst.route;

import io.jetalyst.security.Identity;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides the clients that a route answers. Immutable.
 *
 * @param rule the kind of the decision
 * @param roles the roles of which a client needs one, for {@link Rule#ROLES}; none otherwise
 */
public record Access(Rule rule, Set<String> roles) {
    /** The route has no annotation: it answers all clients. */
    public static final Access UNDECLARED = new Access(Rule.UNDECLARED, Set.of());

    /** The route answers all clients. */
    public static final Access EVERYONE = new Access(Rule.EVERYONE, Set.of());

    /** The route answers all clients that have an identity. */
    public static final Access IDENTIFIED = new Access(Rule.IDENTIFIED, Set.of());

    /** The route answers no client. */
    public static final Access NOBODY = new Access(Rule.NOBODY, Set.of());

    /** The kind of a decision. */
    public enum Rule {
        /** No annotation: all clients. */
        UNDECLARED,
        /** {@code @PermitAll}: all clients. */
        EVERYONE,
        /** {@code @RolesAllowed("**")}, or a parameter of the type {@code Identity}: clients with an identity. */
        IDENTIFIED,
        /** {@code @RolesAllowed}: clients with one of the roles. */
        ROLES,
        /** {@code @DenyAll}: no client. */
        NOBODY
    }

    public Access {
        roles = Set.copyOf(roles);
        if ((rule == Rule.ROLES) == roles.isEmpty()) {
            throw new IllegalArgumentException("the rule " + rule + " with the roles " + roles);
        }
    }

    /**
     * Clients with one of these roles.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Access roles(Set<String> roles) {
        return new Access(Rule.ROLES, roles);
    }

    /** Whether a client needs an identity. */
    public boolean needsIdentity() {
        return rule == Rule.IDENTIFIED || rule == Rule.ROLES;
    }

    /** Whether the route answers the client with this identity. */
    public boolean allows(Identity identity) {
        return rule == Rule.ROLES ? roles.stream().anyMatch(identity::hasRole) : rule != Rule.NOBODY;
    }

    /** As the list of routes has it, such as {@code roles admin, member}; empty for an undeclared one. */
    @Override
    public String toString() {
        return switch (rule) {
            case UNDECLARED -> "";
            case EVERYONE -> "everyone";
            case IDENTIFIED -> "any identity";
            case ROLES -> "roles " + String.join(", ", new TreeSet<>(roles));
            case NOBODY -> "nobody";
        };
    }
}
