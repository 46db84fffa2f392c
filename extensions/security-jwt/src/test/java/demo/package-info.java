/** An application whose clients have tokens. */
@Roles({"seller", "buyer"})
package demo;

import io.jetalyst.annotation.Roles;
