@Roles("admin")
package demo;

import io.jetalyst.annotation.Roles;
