/** Login with OpenID Connect. */
module io.jetalyst.security.oidc {
    requires transitive io.jetalyst.runtime;
    requires io.jetalyst.security.jwt;
    requires com.nimbusds.jose.jwt;
    requires oauth2.oidc.sdk;
    requires java.net.http;
    requires org.slf4j;

    exports io.jetalyst.security.oidc;
}
