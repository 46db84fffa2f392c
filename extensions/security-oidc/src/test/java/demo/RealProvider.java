package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.jetalyst.security.oidc.OidcOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The certified OpenID Connect provider {@code oidc-provider}, in a process of Node.js. Without Node.js or the package a test is skipped, and fails
 * where the environment has {@code CI}.
 */
final class RealProvider implements AutoCloseable {
    static final String AUDIENCE = "https://api.example";
    private static final Path FOLDER = Path.of("provider").toAbsolutePath();

    private final int port;
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private Process process;

    private RealProvider(int port) throws IOException {
        this.process = start(port);
        this.port = port(process);
    }

    static RealProvider start() throws IOException {
        boolean installed = Files.isDirectory(FOLDER.resolve("node_modules/oidc-provider"));
        boolean found = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "node"))
                .anyMatch(Files::isExecutable);
        if (System.getenv("CI") == null) {
            assumeTrue(found, "install Node.js to run this test");
            assumeTrue(installed, "run npm ci in " + FOLDER + " to run this test");
        }
        assertTrue(found, "Node.js is not installed");
        assertTrue(installed, "npm ci has not run in " + FOLDER);
        return new RealProvider(0);
    }

    private static Process start(int port) throws IOException {
        return new ProcessBuilder("node", "provider.mjs", Integer.toString(port))
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private int port(Process started) throws IOException {
        List<String> printed = new ArrayList<>();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.startsWith("listening ")) {
            printed.add(line);
            line = output.readLine();
        }
        assertNotNull(line, () -> "the provider has not started: " + printed);
        Thread reader = new Thread(() -> printAll(output), "provider-output");
        reader.setDaemon(true);
        reader.start();
        return Integer.parseInt(line.substring("listening ".length()));
    }

    private void printAll(BufferedReader output) {
        try {
            output.lines().forEach(this::printed);
        } catch (UncheckedIOException closed) {
            // the process has ended
        }
    }

    private void printed(String line) {
        if (line.startsWith("done ")) {
            done.add(line.substring("done ".length()));
        } else if (line.startsWith("error ")) {
            System.err.println("The provider reports: " + line);
        }
    }

    /** Sends a command to the process, and returns its result. */
    private String command(String line) throws IOException, InterruptedException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        String answer = done.poll(30, TimeUnit.SECONDS);
        assertNotNull(answer, "the provider does not answer");
        return answer;
    }

    /** Signs with a new key from now on. The old one stays valid, as do the sessions. */
    void rotate() throws IOException, InterruptedException {
        command("rotate");
    }

    /** Sends logout tokens to this address from now on. */
    void sendLogoutsTo(URI address) throws IOException, InterruptedException {
        command("logout " + address);
    }

    /** A token that is signed by the provider. */
    String sign(String header, String claims) throws IOException, InterruptedException {
        return command("sign " + encoded(header) + " " + encoded(claims));
    }

    static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Suspends the process: it accepts connections, and sends nothing. */
    void suspend() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("kill", name, Long.toString(process.pid()))
                        .start()
                        .waitFor());
    }

    /** The number of times that clients have fetched the keys. */
    int keyFetches() throws IOException, InterruptedException {
        return Integer.parseInt(command("fetches"));
    }

    URI issuer() {
        return URI.create("http://127.0.0.1:" + port);
    }

    OidcOptions options() {
        return OidcOptions.of(issuer(), "shop", "the-secret-of-the-shop-is-long-enough")
                .scopes("profile");
    }

    /** A new access token of the client {@code robot}, a JWT by RFC 9068. */
    String accessToken() throws Exception {
        String basic = Base64.getEncoder()
                .encodeToString("robot:the-secret-of-the-robot-is-long-enough".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(issuer().resolve("/token"))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=orders:read"))
                                .build(),
                        BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response.body());
        return String.valueOf(JSONObjectUtils.parse(response.body()).get("access_token"));
    }

    /** Starts it again at the same port, with other keys and without sessions. */
    void restart() throws IOException, InterruptedException {
        stop();
        process = start(port);
        assertEquals(port, port(process));
    }

    void stop() throws InterruptedException {
        process.destroy();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
