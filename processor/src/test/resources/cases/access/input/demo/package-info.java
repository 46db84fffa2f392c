@Roles({Role.ADMIN, Role.MEMBER})
package demo;

import io.jetalyst.annotation.Roles;
