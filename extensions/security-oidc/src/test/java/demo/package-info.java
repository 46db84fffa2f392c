/** An application whose users log in at a provider. */
@Roles({"buyer", "admin"})
package demo;

import io.jetalyst.annotation.Roles;
