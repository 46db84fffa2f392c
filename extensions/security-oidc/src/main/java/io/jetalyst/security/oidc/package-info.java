/** Login with OpenID Connect: the authorization code flow with PKCE, and logout at the provider. */
@NullMarked
package io.jetalyst.security.oidc;

import org.jspecify.annotations.NullMarked;
