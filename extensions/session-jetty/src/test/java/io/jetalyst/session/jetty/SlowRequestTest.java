package io.jetalyst.session.jetty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.filter.Context;
import io.jetalyst.login.Authenticator;
import io.jetalyst.security.Identity;
import io.jetalyst.session.SessionKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests whose content arrives after the logout: a client with a stolen cookie may hold it back as long as the server allows. */
class SlowRequestTest {
    @TempDir
    private Path directory;

    /** The user that {@link CartController} has signed in. */
    private record User(String name, Optional<Instant> expiresAt) implements Identity {
        @Override
        public Set<String> roles() {
            return Set.of();
        }
    }

    private static final class Users implements Authenticator {
        private static final SessionKey<String> USER = SessionKey.of("user", String.class);

        @Override
        public Optional<Identity> authenticate(Context context) {
            Optional<Instant> end = context.request().header("Test-End").map(Instant::parse);
            return context.session().get(USER).map(name -> new User(name, end));
        }

        @Override
        public Optional<String> challenge(Context context) {
            return Optional.of("Test");
        }
    }

    private RunningApp start(String store) {
        Stream<String> settings = switch (store) {
            case "files" -> Stream.of("--session.directory=" + directory.resolve("files"));
            case "jdbc" ->
                Stream.of("--session.jdbc.url=jdbc:h2:" + directory.resolve("sessions") + ";DB_CLOSE_DELAY=-1");
            default -> Stream.of();
        };
        return App.builder()
                .args(Stream.concat(Stream.of("--port=0", "--session.store=" + store), settings)
                        .toArray(String[]::new))
                .authenticator(new Users())
                .build()
                .start();
    }

    @ParameterizedTest
    @CsvSource({
        "memory, /value/a, 200 ada: hello",
        "memory, /sign-out, 401",
        "memory, /sign-in, 401",
        "files, /sign-out, 401",
        "jdbc, /value/a, 200 ada: hello",
        "jdbc, /sign-out, 401"
    })
    void refusesRequestWhoseSessionEndsBeforeItsContentArrives(String store, String path, String expected)
            throws Exception {
        try (RunningApp app = start(store);
                RunningApp other = start(store.equals("jdbc") ? store : "memory")) {
            Browser ada = new Browser();
            ada.post(app.uri(), "/sign-in", "user", "ada");
            RunningApp answering = store.equals("jdbc") ? other : app; // another process with the same database
            assertEquals(expected, answer(app, "Cookie: " + ada.cookie(), () -> {
                ada.post(answering.uri(), path, path.equals("/sign-in") ? "user" : "text", "ada");
            }));
        }
    }

    @ParameterizedTest
    @CsvSource({"2020-01-01T00:00:00Z, 401", "2999-01-01T00:00:00Z, 200 ada: hello"})
    void refusesRequestWhoseIdentityExpiresBeforeItsContentArrives(String end, String expected) throws Exception {
        try (RunningApp app = start("memory")) {
            Browser ada = new Browser();
            ada.post(app.uri(), "/sign-in", "user", "ada");
            assertEquals(expected, answer(app, "Test-End: " + end + "\r\nCookie: " + ada.cookie(), () -> {}));
        }
    }

    /** The response to a request, after whose head something else happens. The server asks for the content when it has identified the client. */
    private static String answer(RunningApp app, String fields, Runnable meanwhile) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", app.port())) {
            socket.setSoTimeout(30_000);
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            socket.getOutputStream()
                    .write(
                            ("POST /slow HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: text/plain\r\n"
                                            + "Content-Length: 5\r\nExpect: 100-continue\r\n" + fields + "\r\n\r\n")
                                    .getBytes(US_ASCII));
            assertEquals("HTTP/1.1 100 Continue", in.readLine());
            assertEquals("", in.readLine());
            meanwhile.run();
            socket.getOutputStream().write("hello".getBytes(US_ASCII));
            String status = in.readLine().split(" ")[1];
            for (String field = in.readLine(); !field.isEmpty(); field = in.readLine()) {
                assertTrue(field.contains(":"), field);
            }
            return status.equals("200") ? status + " " + in.readLine() : status;
        }
    }
}
