package io.jetalyst.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.http.HeaderField;
import io.jetalyst.internal.headers.HeaderOptions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderSettingsTest {
    private static HeaderOptions options(String... arguments) {
        Settings settings = SettingsLoader.load(List.of(arguments), new Properties(), Map.of(), new Properties());
        ServerSettings server = ServerSettings.of(settings);
        return HeaderSettings.of(settings, server, TlsSettings.of(settings, server.listeners()));
    }

    @Test
    void hasTheDefaults() {
        assertEquals(HeaderOptions.defaults(), options());
    }

    @Test
    void changesEachField() {
        HeaderOptions options = options(
                "--server.headers.content-security-policy=img-src *; frame-ancestors https://partner.example",
                "--server.headers.permissions-policy=camera=(self), geolocation=*",
                "--server.headers.referrer-policy=no-referrer",
                "--server.headers.cross-origin-opener-policy=same-origin-allow-popups",
                "--server.headers.cross-origin-resource-policy=cross-origin",
                "--server.headers.strict-transport-security=max-age=60; includeSubDomains");
        assertEquals(
                "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors https://partner.example; form-action 'self'; img-src *",
                options.policy().text());
        assertTrue(options.every().contains(new HeaderField("Cross-Origin-Resource-Policy", "cross-origin")));
        assertEquals(
                List.of(
                        new HeaderField("Referrer-Policy", "no-referrer"),
                        new HeaderField("Cross-Origin-Opener-Policy", "same-origin-allow-popups"),
                        new HeaderField("Permissions-Policy", "camera=(self), geolocation=*")),
                options.page());
        assertEquals(
                List.of(new HeaderField("Strict-Transport-Security", "max-age=60; includeSubDomains")),
                options.secure());
    }

    @Test
    void leavesFieldsOut() {
        HeaderOptions options = options(
                "--server.headers.content-security-policy=off",
                "--server.headers.permissions-policy=off",
                "--server.headers.referrer-policy=off",
                "--server.headers.cross-origin-opener-policy=off",
                "--server.headers.cross-origin-resource-policy=off");
        assertNull(options.policy());
        assertEquals(List.of(), options.page());
        assertEquals(List.of(new HeaderField("X-Content-Type-Options", "nosniff")), options.every());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "https://127.0.0.1:0 | production | | max-age=31536000",
                "https://127.0.0.1:0, unix:/tmp/a.sock | production | | max-age=31536000",
                "https://127.0.0.1:0 | dev | | none",
                "http://127.0.0.1:0, https://127.0.0.1:0 | production | | none",
                "http://127.0.0.1:0, https://127.0.0.1:0 | dev | https-only=2d | max-age=172800",
                "https://127.0.0.1:0 | production | https-only=0d | none",
                "https://127.0.0.1:0 | production | headers.strict-transport-security=off | none",
                "https://127.0.0.1:0 | dev | headers.strict-transport-security=max-age=5 | max-age=5",
            })
    void sendsStrictTransportSecurityWhereNoPortIsPlain(
            String listen, String mode, @Nullable String more, @Nullable String expected) {
        HeaderOptions options = options(
                "--listen=" + listen,
                "--mode=" + mode,
                "--server.tls.certificate=src/test/resources/tls/rsa.pem",
                "--server.tls.key=src/test/resources/tls/rsa.key",
                more == null ? "--server.answer-timeout=60s" : "--server." + more);
        assertEquals(
                expected == null ? List.of() : List.of(new HeaderField("Strict-Transport-Security", expected)),
                options.secure());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permissions-policy=camera",
                "permissions-policy=camera 'none'",
                "referrer-policy=strict",
                "cross-origin-opener-policy=none",
                "cross-origin-resource-policy=*",
                "strict-transport-security=31536000",
                "content-security-policy=img-scr *",
                "content-security-policy=",
            })
    void namesSettingWithMistake(String setting) {
        String message = assertThrows(StartupException.class, () -> options("--server.headers." + setting))
                .getMessage();
        assertTrue(message.startsWith("server.headers." + setting.substring(0, setting.indexOf('='))), message);
    }
}
