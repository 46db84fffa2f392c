package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose process may open few files. */
@Timeout(120)
class DescriptorsTest {
    private static final int LIMIT = 120;
    private static final String GET = "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @TempDir
    Path folder;

    @Test
    void waitsUntilConnectionsEndAndServesThoseThatItHas() throws Exception {
        List<String> limited = List.of("bash", "-c", "ulimit -n " + LIMIT + "; exec \"$0\" \"$@\"");
        List<RawSocket> crowd = new ArrayList<>();
        try (AppProcess app = AppProcess.start(folder, limited, List.of(), HelloMain.class, "--port=0")) {
            int port = app.listening().getPort();
            try (RawSocket inside = new RawSocket(port)) {
                assertServes(inside);
                for (int i = 0; i < 2 * LIMIT; i++) {
                    crowd.add(new RawSocket(port));
                }
                RawSocket outside = new RawSocket(port);
                outside.write(GET);
                while (!app.errors().contains("Cannot accept connections")) {
                    assertServes(inside);
                }
                for (RawSocket each : crowd) {
                    each.close();
                }
                assertAnswer(outside);
                outside.close();
                assertServes(inside);
            }
            String log = app.errors();
            assertEquals(1, log.split("Cannot accept connections", -1).length - 1, log);
            assertTrue(log.contains("LimitNOFILE"), log);
            app.terminate();
            assertEquals(0, app.exitCode(30));
        }
    }

    private static void assertServes(RawSocket raw) throws IOException {
        raw.write(GET);
        assertAnswer(raw);
    }

    private static void assertAnswer(RawSocket raw) throws IOException {
        String head = raw.readHead();
        assertTrue(head.startsWith("HTTP/1.1 200 "), head);
        assertEquals("hello", new String(raw.readFully(5), StandardCharsets.US_ASCII));
    }
}
