/** Bearer tokens that are JWTs, verified with the keys of their issuer. */
module io.jetalyst.security.jwt {
    requires transitive io.jetalyst.runtime;
    requires com.nimbusds.jose.jwt;
    requires java.net.http;
    requires org.slf4j;

    exports io.jetalyst.security.jwt;
}
