/** Bearer tokens that are JWTs, verified with the keys of their issuer. */
@SuppressWarnings("module") // the compiler does not know the module for OpenID Connect here
module io.jetalyst.security.jwt {
    requires transitive io.jetalyst.runtime;
    requires transitive com.nimbusds.jose.jwt;
    requires java.net.http;
    requires org.slf4j;

    exports io.jetalyst.security.jwt;
    exports io.jetalyst.security.keys to
            io.jetalyst.security.oidc;
}
