package io.jetalyst.internal.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ListenProblemTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void readsAllDigitsOfTheFirstPortWithoutRight() throws Exception {
        Process cat = new ProcessBuilder("cat", "/proc/sys/net/ipv4/ip_unprivileged_port_start").start();
        String setting = new String(cat.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

        assertEquals(Integer.parseInt(setting.strip()), ListenProblem.firstPortWithoutRight());
    }
}
