package io.jetalyst.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.engine.Listener;
import io.jetalyst.internal.config.ObserveSettings.AccessLogForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ObserveSettingsTest {
    private static ObserveSettings read(String... arguments) {
        Settings settings = SettingsLoader.load(List.of(arguments), new Properties(), Map.of(), new Properties());
        return ObserveSettings.of(settings, ServerSettings.of(settings));
    }

    private static String refusal(String... arguments) {
        return String.valueOf(
                assertThrows(StartupException.class, () -> read(arguments)).getMessage());
    }

    @Test
    void hasNoMetricsAndNoAccessLogUnlessSet() {
        assertEquals(new ObserveSettings(Optional.empty(), AccessLogForm.OFF, Optional.empty()), read());
    }

    @Test
    void readsAddressAndForm() {
        ObserveSettings settings = read("--metrics=http://127.0.0.1:9090", "--access-log=json");

        assertEquals(Optional.of(Listener.http("127.0.0.1", 9090)), settings.metrics());
        assertEquals(AccessLogForm.JSON, settings.accessLog());
    }

    @Test
    void rejectsSettingsThatContradictEachOtherAndNamesTheCure() {
        assertEquals(
                "server.access-log-file (--access-log-file) is set, and server.access-log is off. Set"
                        + " server.access-log to combined or json, or remove the file.",
                refusal("--access-log-file=/var/log/shop.log"));
        assertEquals(
                "server.access-log must be off, combined or json, not \"common\" (--access-log).",
                refusal("--access-log=common"));
        assertEquals(
                "server.metrics is \"http://127.0.0.1:8080\" (--metrics), where the application"
                        + " listens, too. Choose another address: metrics are not for clients.",
                refusal("--metrics=http://127.0.0.1:8080"));
        assertEquals(
                "server.metrics is \"unix:/run/a.sock?mode=600\" (--metrics), where the"
                        + " application listens, too. Choose another address: metrics are not for clients.",
                refusal("--metrics=unix:/run/a.sock?mode=600", "--listen=unix:/run/a.sock"));
        assertEquals(
                "server.metrics is \"https://127.0.0.1:9090\" (--metrics), and metrics are served"
                        + " over plain HTTP only. Name an address such as http://127.0.0.1:9090 or"
                        + " unix:/run/shop/metrics.sock.",
                refusal("--metrics=https://127.0.0.1:9090"));
        assertEquals(
                "server.metrics is \"fcgi://127.0.0.1:9090\" (--metrics), and metrics are served"
                        + " over plain HTTP only. Name an address such as http://127.0.0.1:9090 or"
                        + " unix:/run/shop/metrics.sock.",
                refusal("--metrics=fcgi://127.0.0.1:9090"));
        assertEquals(
                "server.metrics is \"18365\" (--metrics), and metrics are served over plain HTTP only. Name an address"
                        + " such as http://127.0.0.1:9090 or unix:/run/shop/metrics.sock.",
                refusal("--metrics=18365"));
    }
}
