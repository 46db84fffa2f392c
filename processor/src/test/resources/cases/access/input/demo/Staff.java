package demo;

import jakarta.annotation.security.RolesAllowed;

/** Carries an annotation. */
@RolesAllowed({Role.ADMIN, Role.MEMBER})
public @interface Staff {}
