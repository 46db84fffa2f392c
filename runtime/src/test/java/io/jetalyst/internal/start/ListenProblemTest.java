package io.jetalyst.internal.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.engine.ListenException;
import io.jetalyst.engine.Listener;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ListenProblemTest {
    @Test
    void namesTheOtherListenerOfTheSameApplication() {
        Listener local = Listener.http("127.0.0.1", 18_365);
        Listener all = Listener.http("0.0.0.0", 18_365);
        ListenException problem = new ListenException(all, new BindException("Address already in use"));

        assertEquals(
                "Port 18365 of 0.0.0.0 is in use by this application itself, which also listens on http://127.0.0.1:18365."
                        + " Choose another port in server.listen, or keep one of the two addresses.",
                ListenProblem.describe(problem, "server.listen", List.of(local, all)));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsAllDigitsOfTheFirstPortWithoutRight() throws Exception {
        Process cat = new ProcessBuilder("cat", "/proc/sys/net/ipv4/ip_unprivileged_port_start").start();
        String setting = new String(cat.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

        assertEquals(Integer.parseInt(setting.strip()), ListenProblem.firstPortWithoutRight());
    }
}
