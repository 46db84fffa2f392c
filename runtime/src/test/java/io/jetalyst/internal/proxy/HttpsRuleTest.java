package io.jetalyst.internal.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.jetalyst.engine.Listener;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpsRuleTest {
    private final HttpsRule rule = HttpsRule.redirect();

    @ParameterizedTest
    @CsvSource({
        "443, shop.example, https://shop.example/a%20b?c=d",
        "8443, shop.example:8080, https://shop.example:8443/a%20b?c=d",
        "443, [::1]:8080, https://[::1]/a%20b?c=d",
        "8443, [::1], https://[::1]:8443/a%20b?c=d"
    })
    void redirectsToSamePathOfHttps(int port, String authority, String location) {
        rule.listening(List.of(Listener.http("0.0.0.0", 80), Listener.https("0.0.0.0", port)));
        Request request = Request.builder("POST", "/a%20b")
                .query("c=d")
                .authority(authority)
                .build();
        Response redirection = rule.redirection(request, request);
        assertEquals(308, redirection.status().code());
        assertEquals(Optional.of(location), redirection.header("Location"));
    }

    @Test
    void redirectsToPortAlsoIfSystemdPassesUnixSocketForHttps() {
        Listener unix = Listener.unix(Path.of("/run/shop.sock"));
        rule.listening(
                List.of(new Listener(unix.address(), Listener.Protocol.HTTPS, false), Listener.https("0.0.0.0", 8443)));
        Request request = Request.builder("GET", "/").authority("shop.example").build();
        assertEquals(
                Optional.of("https://shop.example:8443/"),
                rule.redirection(request, request).header("Location"));
    }

    @Test
    void servesRequestsOverTlsAndOfProxiesOnUnixSockets() {
        Request secure = Request.builder("GET", "/").scheme("https").build();
        assertNull(rule.redirection(secure, secure));
        Request proxied = Request.builder("GET", "/")
                .remoteAddress(UnixDomainSocketAddress.of(""))
                .build();
        assertNull(rule.redirection(proxied, proxied));
        Request plain = Request.builder("GET", "/").build();
        assertNull(rule.redirection(plain, secure));
        assertNull(HttpsRule.none().redirection(plain, plain));
    }
}
