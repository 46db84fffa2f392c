package io.jetalyst.internal.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.http.Headers;
import io.jetalyst.http.Request;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardingTest {
    private static final List<AddressRange> TRUSTED =
            List.of(AddressRange.parse("10.0.0.0/8"), AddressRange.parse("::1"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7          | https        | chat.example       |      | https://chat.example       203.0.113.7",
                "203.0.113.7          | https        | chat.example:8443  |      | https://chat.example:8443  203.0.113.7",
                "203.0.113.7          | https        | chat.example       | 8443 | https://chat.example       203.0.113.7",
                "203.0.113.7          | https        | chat.example:65535 | 443  | https://chat.example:65535 203.0.113.7",
                "203.0.113.7          | https        | chat.example:65536 |      | https://127.0.0.1:8080     203.0.113.7",
                "203.0.113.7:55       | https        |                    |      | https://127.0.0.1:8080     203.0.113.7",
                "6.6.6.6, 203.0.113.7 | https        | chat.example       |      | https://chat.example       203.0.113.7",
                "203.0.113.7, 10.0.0.2 | https, http | chat.example, b    |      | https://chat.example       203.0.113.7",
                "6.6.6.6, 203.0.113.7, 10.0.0.2 | http, https, http | evil, chat.example, b | | https://chat.example 203.0.113.7",
                "10.0.0.3, 10.0.0.2   | https        | chat.example       |      | https://chat.example       10.0.0.3",
                "unknown              | gopher       | evil.example/x     |      | http://127.0.0.1:8080      10.0.0.1",
                "[2001:db8::7]:4711   | HTTPS        | [2001:db8::1]:8443 |      | https://[2001:db8::1]:8443 2001:db8:0:0:0:0:0:7",
                "evil.example         | https        | a b                |      | https://127.0.0.1:8080     10.0.0.1",
            })
    void readsXForwardedOfATrustedProxy(String client, String scheme, String host, String port, String expected) {
        Map<String, List<String>> fields = new HashMap<>();
        put(fields, "X-Forwarded-For", client);
        put(fields, "X-Forwarded-Proto", scheme);
        put(fields, "X-Forwarded-Host", host);
        put(fields, "X-Forwarded-Port", port);

        Request request = new Forwarding(ForwardedFields.X_FORWARDED, TRUSTED, null).apply(request("10.0.0.1", fields));

        assertEquals(expected.replaceAll(" +", " "), shown(request));
    }

    @Test
    void readsFieldsOfProxyOnUnixSocket() {
        Request received = Request.builder("GET", "/")
                .headers(Headers.of(Map.of("X-Forwarded-For", List.of("203.0.113.7"))))
                .remoteAddress(UnixDomainSocketAddress.of(""))
                .build();

        assertEquals(
                new InetSocketAddress("203.0.113.7", 0),
                new Forwarding(ForwardedFields.X_FORWARDED, TRUSTED, null)
                        .apply(received)
                        .remoteAddress());
        assertSame(received, new Forwarding(ForwardedFields.NONE, TRUSTED, null).apply(received));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=203.0.113.7;proto=https;host=chat.example           | https://chat.example 203.0.113.7",
                "For=\"[2001:db8::7]:4711\"; Proto=https;host=\"a.example:8443\" | https://a.example:8443 2001:db8:0:0:0:0:0:7",
                "for=6.6.6.6;host=evil, for=203.0.113.7;proto=https       | https://127.0.0.1:8080 203.0.113.7",
                "for=203.0.113.7;proto=https, for=10.0.0.2;proto=http     | https://127.0.0.1:8080 203.0.113.7",
                "for=203.0.113.7;host=\"chat.example:99999\"             | http://127.0.0.1:8080 203.0.113.7",
                "for=_hidden;proto=https                                  | https://127.0.0.1:8080 10.0.0.1",
                "for=203.0.113.7;x=\"a;proto=http\";proto=https          | https://127.0.0.1:8080 203.0.113.7",
                "nonsense                                                 | http://127.0.0.1:8080 10.0.0.1",
            })
    void readsForwardedOfATrustedProxy(String field, String expected) {
        Request request = new Forwarding(ForwardedFields.FORWARDED, TRUSTED, null)
                .apply(request("10.0.0.1", Map.of("Forwarded", List.of(field))));

        assertEquals(expected, shown(request));
    }

    @Test
    void readsForwardedWithThousandsOfQuotes() {
        String field = "for=6.6.6.6;x=" + "\"\"".repeat(100_000) + ", for=203.0.113.7;proto=https";

        Request request = new Forwarding(ForwardedFields.FORWARDED, TRUSTED, null)
                .apply(request("10.0.0.1", Map.of("Forwarded", List.of(field))));

        assertEquals("https://127.0.0.1:8080 203.0.113.7", shown(request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"300.0.0.1", "010.0.0.1", "10.0.0.01"})
    void rejectsAddressesThatAResolverMightReadAsNames(String text) {
        assertThrows(IllegalArgumentException.class, () -> AddressRange.parse(text));
    }

    @Test
    void ignoresFieldsThatAClientSends() {
        Map<String, List<String>> fields =
                Map.of("X-Forwarded-Proto", List.of("https"), "X-Forwarded-Host", List.of("evil.example"));
        Request stranger = request("203.0.113.7", fields);
        Request proxied = request("10.0.0.1", fields);

        assertSame(stranger, new Forwarding(ForwardedFields.X_FORWARDED, TRUSTED, null).apply(stranger));
        assertSame(proxied, Forwarding.NONE.apply(proxied));
        assertEquals(
                "http://127.0.0.1:8080 10.0.0.1",
                shown(new Forwarding(ForwardedFields.FORWARDED, TRUSTED, null).apply(proxied)));
    }

    @Test
    void usesThePublicUrl() {
        Forwarding forwarding = new Forwarding(ForwardedFields.NONE, List.of(), URI.create("https://chat.example"));

        assertEquals("https://chat.example 10.0.0.1", shown(forwarding.apply(request("10.0.0.1", Map.of()))));
    }

    private static String shown(Request request) {
        InetSocketAddress remote = (InetSocketAddress) request.remoteAddress();
        return request.scheme() + "://" + request.authority() + " "
                + remote.getAddress().getHostAddress();
    }

    private static void put(Map<String, List<String>> fields, String name, String value) {
        if (value != null) {
            fields.put(name, List.of(value));
        }
    }

    private static Request request(String peer, Map<String, List<String>> fields) {
        return Request.builder("GET", "/")
                .authority("127.0.0.1:8080")
                .headers(Headers.of(fields))
                .remoteAddress(new InetSocketAddress(peer, 1))
                .build();
    }
}
