package demo;

import jakarta.annotation.security.RolesAllowed;

@RolesAllowed("admin")
@interface Staff {}
