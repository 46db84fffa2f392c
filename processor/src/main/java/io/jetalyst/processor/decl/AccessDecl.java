package io.jetalyst.processor.decl;

import java.util.List;

/**
 * An annotation of {@code jakarta.annotation.security} that decides the clients of a route.
 *
 * @param annotation the annotation, on the class, on the method, or on another annotation
 * @param use the annotation of the class or the method that leads to it: itself, or the one that carries it
 */
public record AccessDecl(AnnotationDecl annotation, AnnotationDecl use) {
    /** The role of every client that has an identity, as in Jakarta Security. */
    public static final String EVERY_IDENTITY = "**";

    /** The roles that {@code @RolesAllowed} names. */
    public List<ValueDecl> roles() {
        return annotation.type().equals(Vocabulary.ROLES_ALLOWED) ? annotation.values(Vocabulary.VALUE) : List.of();
    }

    /** Whether it admits every client that has an identity. */
    public boolean admitsEveryIdentity() {
        return roles().stream().anyMatch(role -> role.text().equals(EVERY_IDENTITY));
    }

    public boolean is(String type) {
        return annotation.type().equals(type);
    }
}
