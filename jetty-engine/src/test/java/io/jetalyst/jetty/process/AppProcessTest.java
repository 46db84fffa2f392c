package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application as its operator meets it: a process with output, signals and an exit code. */
@Timeout(60)
class AppProcessTest {
    private static final Pattern LISTENING =
            Pattern.compile("Listening on (http://localhost:\\d+) \\(started in .*\\)");

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void itServesUntilSigtermAndThenSaysGoodbyeToItsSocketsAndExitsWithZero() throws Exception {
        Process app = start(HelloMain.class, "--port=0");
        URI uri = listening(app.inputReader(StandardCharsets.UTF_8));
        HttpClient client = HttpClient.newHttpClient();
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        client.newWebSocketBuilder()
                .buildAsync(URI.create(uri.toString().replace("http:", "ws:") + "/hello"), new CloseListener(closed))
                .get(10, TimeUnit.SECONDS);

        String page = client.send(HttpRequest.newBuilder(uri.resolve("/hello")).build(), BodyHandlers.ofString())
                .body();
        app.destroy(); // SIGTERM

        assertEquals("hello", page);
        assertEquals(1001, closed.get(10, TimeUnit.SECONDS));
        assertTrue(app.waitFor(20, TimeUnit.SECONDS));
        assertEquals(0, app.exitValue());
    }

    @Test
    void inDevModeItPrintsItsRoutes() throws Exception {
        Process app = start(HelloMain.class, "--port=0", "--mode=dev");
        BufferedReader output = app.inputReader(StandardCharsets.UTF_8);
        listening(output);

        assertEquals("GET /hello Hello.page", output.readLine().strip().replaceAll(" +", " "));
        assertEquals("WEBSOCKET /hello Hello.socket", output.readLine().strip().replaceAll(" +", " "));
    }

    @Test
    void aTakenPortIsOneSentenceAndExitCodeOne() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Process app = start(HelloMain.class, "--port=" + taken.getLocalPort());

            assertEquals(1, exitCode(app));
            assertEquals(
                    "Port " + taken.getLocalPort()
                            + " of 127.0.0.1 is in use. Stop what listens there, or choose another port: --port="
                            + (taken.getLocalPort() < 65_535 ? taken.getLocalPort() + 1 : 8080) + ".",
                    errors(app));
        }
    }

    @Test
    void anUnknownSettingIsOneSentenceAndExitCodeOne() throws Exception {
        Process app = start(HelloMain.class, "--prot=8081");

        assertEquals(1, exitCode(app));
        assertEquals("There is no setting server.prot (--prot). Did you mean server.port?", errors(app));
    }

    @Test
    void withoutATableItRefusesToStartAndShowsWhatToPaste() throws Exception {
        Process app = start(HelloMain.Bare.class, "--port=0");

        assertEquals(1, exitCode(app));
        assertTrue(errors(app).contains("<artifactId>jetalyst-processor</artifactId>"));
    }

    private Process start(Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).start();
        processes.add(process);
        return process;
    }

    private static URI listening(BufferedReader output) throws IOException {
        String line = output.readLine();
        Matcher matcher = LISTENING.matcher(String.valueOf(line));
        assertTrue(matcher.matches(), line);
        return URI.create(matcher.group(1));
    }

    private static int exitCode(Process app) throws InterruptedException {
        assertTrue(app.waitFor(30, TimeUnit.SECONDS), "it runs on");
        return app.exitValue();
    }

    private static String errors(Process app) throws IOException {
        return new String(app.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private record CloseListener(CompletableFuture<Integer> closed) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            closed.complete(code);
            return null;
        }
    }
}
