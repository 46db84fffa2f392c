package io.jetalyst.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.engine.Tls.ClientCertificates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TlsSettingsTest {
    private static final String LISTEN = "--listen=http://127.0.0.1:0,https://127.0.0.1:0";
    private static final String CERTIFICATE = "--server.tls.certificate=src/test/resources/tls/rsa.pem";
    private static final String KEY = "--server.tls.key=src/test/resources/tls/rsa.key";
    private static final String AUTHORITY = "--server.tls.client-authorities=src/test/resources/tls/authority.pem";

    private static TlsSettings read(String... arguments) {
        Settings settings = SettingsLoader.load(List.of(arguments), new Properties(), Map.of(), new Properties());
        return TlsSettings.of(settings, ServerSettings.of(settings).listeners());
    }

    private static String refusal(String... arguments) {
        return String.valueOf(
                assertThrows(StartupException.class, () -> read(arguments)).getMessage());
    }

    @Test
    void readsCertificatesAndRule() {
        TlsSettings settings =
                read(LISTEN, CERTIFICATE, KEY, AUTHORITY, "--server.tls.client-certificates=want", "--https-only=30d");
        assertEquals(ClientCertificates.WANT, settings.loaded().tls().clientCertificates());
        assertEquals(1, settings.loaded().tls().authorities().size());
        assertEquals(Duration.ofDays(30), settings.httpsOnly());
        assertNull(read("--port=0").loaded());
    }

    @Test
    void readsSeveralCertificatesInTheirOrder() {
        TlsSettings settings =
                read(LISTEN, CERTIFICATE + ", src/test/resources/tls/ec.pem", KEY + ", src/test/resources/tls/ec.key");
        assertEquals(
                List.of("RSA", "EC"),
                settings.loaded().tls().identities().stream()
                        .map(identity -> identity.key().getAlgorithm())
                        .toList());
    }

    @Test
    void rejectsSettingsThatContradictEachOtherAndNamesTheCure() {
        assertEquals(
                "server.listen has https://127.0.0.1:0, but there is no certificate. Set server.tls.certificate and"
                        + " server.tls.key, or server.tls.store.",
                refusal(LISTEN));
        assertEquals(
                "server.tls.certificate (--server.tls.certificate) is set, but no listener is for HTTPS. Add one to server.listen, such"
                        + " as https://0.0.0.0:8443, or remove the setting.",
                refusal("--port=0", CERTIFICATE));
        assertEquals(
                "server.https-only (--https-only) is set, but no listener is for HTTPS. Add one to server.listen, such as"
                        + " https://0.0.0.0:8443, or remove the setting.",
                refusal("--https-only=1d"));
        assertEquals(
                "server.tls.certificate and server.tls.store are both set. Keep one of them.",
                refusal(LISTEN, CERTIFICATE, "--server.tls.store=a.p12"));
        assertEquals(
                "server.tls.key names 2 files, but server.tls.certificate 1. Name one key for each certificate, in the same order.",
                refusal(LISTEN, CERTIFICATE, KEY + ",other.key"));
        assertEquals(
                "server.tls.client-certificates is set, but no authority is. Set server.tls.client-authorities to the PEM file of"
                        + " the authority.",
                refusal(LISTEN, CERTIFICATE, KEY, "--server.tls.client-certificates=need"));
        assertEquals(
                "server.tls.client-authorities is set, but server.tls.client-certificates is none. Set it to want or need.",
                refusal(LISTEN, CERTIFICATE, KEY, AUTHORITY));
        assertEquals(
                "server.tls.key: there is no file missing.key. Create it, or name another.",
                refusal(LISTEN, CERTIFICATE, "--server.tls.key=missing.key"));
    }

    @Test
    void rejectsValuesThatCannotBeConverted() {
        Stream.of("--https-only=1y", "--https-only=365", "--server.tls.client-certificates=maybe", "--server.tls.key=")
                .forEach(argument -> {
                    String name = argument.substring(2, argument.indexOf('='));
                    String key = name.startsWith("server.") ? name : "server." + name;
                    assertEquals(
                            key + " must be ",
                            refusal(LISTEN, argument, CERTIFICATE).substring(0, key.length() + 9));
                });
    }
}
