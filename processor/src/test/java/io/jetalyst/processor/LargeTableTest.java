package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends a request to each route of a controller whose routes do not fit into one {@code switch}. */
class LargeTableTest {
    private static final int PATHS = 70;

    @Test
    void callsEachRoute(@TempDir Path root) throws Exception {
        String methods =
                IntStream.range(0, PATHS).mapToObj(i -> """
                        @Get("/p%1$d/{n}") String page%1$d(int n) { return "%1$d " + n; }
                        @WebSocket("/p%1$d/{n}") boolean socket%1$d(WebSocketHandshake handshake, int n) { return n == %1$d; }
                        """.formatted(i)).collect(Collectors.joining());
        String source = """
                package demo;
                import io.jetalyst.annotation.*;
                import io.jetalyst.socket.WebSocketHandshake;
                @Controller
                class Large {
                %s
                }
                """.formatted(methods);
        try (LoadedController large = new LoadedController(root, "Large", source)) {
            for (int i = 0; i < PATHS; i++) {
                assertEquals(i + " 5", large.get("/p" + i + "/5"));
                assertTrue(large.connect("/p" + i + "/" + i));
                assertFalse(large.connect("/p" + i + "/" + (i + 1)));
            }
        }
    }
}
