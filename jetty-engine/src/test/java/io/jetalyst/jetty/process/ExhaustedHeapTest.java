package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.jetty.TestTable;
import io.jetalyst.route.Route;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Results;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process whose heap is exhausted ends, or answers; it never listens without answering. */
@Timeout(180)
class ExhaustedHeapTest {
    private static final String GET = "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    @TempDir
    Path folder;

    /** Fills the heap, and keeps it full. */
    static final class Main {
        private static final List<Object> KEPT = new ArrayList<>();

        private Main() {}

        public static void main(String[] args) {
            App.builder().args(args).mount(new Table()).build().run();
        }

        private static void fill() {
            OutOfMemoryError last = null;
            for (int size = 1024 * 1024; size >= 16; size /= 4) {
                try {
                    while (true) {
                        KEPT.add(new byte[size]);
                    }
                } catch (OutOfMemoryError full) {
                    last = full;
                }
            }
            throw last;
        }
    }

    private record Table() implements TestTable {
        @Override
        public List<Route> routes() {
            return List.of(
                    Route.http(HttpMethod.GET, "/hello", "Test.hello"),
                    Route.http(HttpMethod.GET, "/fill", "Test.fill"));
        }

        @Override
        public Result call(int route, Context context) {
            if (route == 1) {
                Main.fill();
            }
            return Results.text("hello");
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            return false;
        }
    }

    private static String get(int port, String path) {
        try (RawSocket raw = new RawSocket(port)) {
            raw.write(String.format(GET, path));
            return raw.readHead();
        } catch (IOException noAnswer) {
            return "";
        }
    }

    @Test
    void endsAtOnceWithTheOption() throws Exception {
        try (AppProcess app = AppProcess.start(folder, List.of("-Xmx64m"), Main.class, "--port=0")) {
            int port = app.listening().getPort();
            assertTrue(get(port, "/hello").startsWith("HTTP/1.1 200 "));
            get(port, "/fill");
            assertEquals(3, app.exitCode(60));
            assertFalse(app.errors().contains("ExitOnOutOfMemoryError,"), app::errors);
        }
    }

    @Test
    void endsOrAnswersWithoutTheOption() throws Exception {
        try (AppProcess app =
                AppProcess.start(folder, List.of("-Xmx64m", "-XX:-ExitOnOutOfMemoryError"), Main.class, "--port=0")) {
            int port = app.listening().getPort();
            get(port, "/fill");
            int answers = 0;
            while (app.isAlive() && answers < 3) {
                answers = get(port, "/hello").isEmpty() ? 0 : answers + 1;
                TimeUnit.MILLISECONDS.sleep(200);
            }
            assertTrue(app.isAlive() || app.exitCode(1) == 3, app::errors);
        }
    }

    @Test
    void warnsWithoutTheOption() throws Exception {
        try (AppProcess app =
                AppProcess.start(folder, List.of("-XX:-ExitOnOutOfMemoryError"), HelloMain.class, "--port=0")) {
            app.listening();
            app.terminate();
            assertEquals(0, app.exitCode(30));
            assertTrue(app.errors().contains("Start the process with -XX:+ExitOnOutOfMemoryError"), app::errors);
        }
    }
}
