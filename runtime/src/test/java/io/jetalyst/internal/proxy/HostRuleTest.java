package io.jetalyst.internal.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.Request;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostRuleTest {
    @ParameterizedTest
    @CsvSource({
        "localhost:8080,         true",
        "LOCALHOST,              true",
        "localhost.,             true",
        "app.localhost:8080,     true",
        "127.0.0.1:8080,         true",
        "127.8.9.10,             true",
        "[::1]:8080,             true",
        "dev.example:8080,       true",
        "evil.example,           false",
        "localhost.evil.example, false",
        "127.0.0.1.evil.example, false",
        "192.168.1.7,            false",
        "0.0.0.0,                false",
        "'',                     true",
    })
    void allowsNamesOfThisMachine(String authority, boolean allowed) {
        assertEquals(allowed, HostRule.loopbackAnd(List.of("dev.example")).allows(request(authority)));
    }

    @ParameterizedTest
    @CsvSource({
        "chat.example,      true",
        "CHAT.example:8080, true",
        "[2001:db8::1]:80,  true",
        "localhost,         false",
        "a.chat.example,    false",
    })
    void allowsTheNamesOfTheSettings(String authority, boolean allowed) {
        assertEquals(
                allowed, HostRule.only(List.of("Chat.example", "2001:db8::1")).allows(request(authority)));
    }

    @ParameterizedTest
    @CsvSource({
        "chat.example,           true",
        "10.0.3.7:9090,          true",
        "[2001:db8::1]:9090,     true",
        "localhost:9090,         true",
        "evil.example,           false",
        "10.0.3.7.evil.example,  false",
        "1.2.3,                  false",
    })
    void allowsAddressesBesidesTheNames(String authority, boolean allowed) {
        assertEquals(
                allowed, HostRule.only(List.of("chat.example")).andAddresses().allows(request(authority)));
    }

    @Test
    void allowsEveryNameForAsterisk() {
        assertTrue(HostRule.only(List.of("*")).allows(request("anything.example")));
    }

    private static Request request(String authority) {
        return Request.builder("GET", "/").authority(authority).build();
    }
}
