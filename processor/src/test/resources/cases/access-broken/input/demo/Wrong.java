package demo;

import jakarta.annotation.security.RolesAllowed;

@RolesAllowed("stuff")
@interface Wrong {}
