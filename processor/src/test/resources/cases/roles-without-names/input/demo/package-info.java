@Roles({})
package demo;

import io.jetalyst.annotation.Roles;
