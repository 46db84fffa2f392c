package io.jetalyst.example.chat;

import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** The device that a Chromium emulates: its screen, its media, and whether it runs scripts. */
record Device(ChromeDriver driver) {
    /** Emulates a colour scheme and reduced motion. */
    void colours(String scheme) {
        send(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(feature("prefers-color-scheme", scheme), feature("prefers-reduced-motion", "reduce"))));
    }

    void media(String type, String feature, String value) {
        send("Emulation.setEmulatedMedia", Map.of("media", type, "features", List.of(feature(feature, value))));
    }

    void phone(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", true));
    }

    void desktop() {
        send("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    void disableScripts(boolean disabled) {
        send("Emulation.setScriptExecutionDisabled", Map.of("value", disabled));
    }

    private static Map<String, String> feature(String name, String value) {
        return Map.of("name", name, "value", value);
    }

    private void send(String command, Map<String, Object> parameters) {
        driver.executeCdpCommand(command, parameters);
    }
}
