package io.jetalyst.testkit.tests.login;

import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

@RolesAllowed(Role.ADMIN)
@Target({ElementType.METHOD, ElementType.TYPE})
@interface Staff {}
