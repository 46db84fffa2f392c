@Roles({Role.ADMIN, Role.MEMBER})
package io.jetalyst.testkit.tests.login;

import io.jetalyst.annotation.Roles;
