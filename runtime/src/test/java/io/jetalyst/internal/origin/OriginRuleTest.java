package io.jetalyst.internal.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.http.Headers;
import io.jetalyst.http.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginRuleTest {
    @ParameterizedTest
    @CsvSource({
        "https://chat.example,      http,  chat.example,      true",
        "https://chat.example,      http,  chat.example:443,  true",
        "http://chat.example,       http,  chat.example:80,   true",
        "http://chat.example,       http,  CHAT.example,      true",
        "https://chat.example:8443, http,  chat.example:8443, true",
        "https://chat.example:8443, http,  chat.example,      false",
        "https://evil.example,      http,  chat.example,      false",
        "https://chat.example,      https, chat.example,      true",
        "http://chat.example,       https, chat.example,      false",
        "http://chat.example,       https, chat.example:80,   false",
        "https://chat.example,      http,  127.0.0.1:8080,    false",
    })
    void comparesHostAndPortIfAProxyMayEndTls(String origin, String scheme, String authority, boolean allowed) {
        Request received = request(origin, scheme, authority);

        assertEquals(allowed, new OriginRule(List.of(), false).allows(received, received, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "https://chat.example, https, chat.example, true",
        "http://chat.example,  https, chat.example, false",
        "https://chat.example, http,  chat.example, false",
    })
    void comparesTheSchemeThatTheProxyNames(String origin, String scheme, String authority, boolean allowed) {
        Request received = request(origin, "http", "127.0.0.1:8080");

        assertEquals(
                allowed,
                new OriginRule(List.of(), true).allows(received, request(origin, scheme, authority), List.of()));
    }

    @ParameterizedTest
    @CsvSource({"https://a.example, true", "https://a.example:443, true", "http://a.example, false", "null, false"})
    void allowsTheOriginsOfTheSettings(String origin, boolean allowed) {
        Request received = request(origin, "http", "chat.example");

        assertEquals(
                allowed, new OriginRule(List.of("https://A.example"), false).allows(received, received, List.of()));
    }

    private static Request request(String origin, String scheme, String authority) {
        return Request.builder("GET", "/")
                .scheme(scheme)
                .authority(authority)
                .headers(Headers.of(Map.of("Origin", List.of(origin))))
                .build();
    }
}
