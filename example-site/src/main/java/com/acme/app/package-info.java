@Roles({Role.ADMIN, Role.MEMBER})
package com.acme.app;

import io.jetalyst.annotation.Roles;
