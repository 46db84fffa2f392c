package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.RunningApp;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Logouts at the provider while the store of the sessions is slow: each reads all sessions. */
@Timeout(120)
class LogoutSearchTest {
    private static RealProvider provider;
    private static RunningApp app;

    @TempDir
    private static Path sessions;

    @BeforeAll
    static void start() throws Exception {
        provider = RealProvider.start();
        app = ShopTest.app(provider.options(), "--session.store=files", "--session.directory=" + sessions);
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
        if (provider != null) {
            provider.close();
        }
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + app.port() + path);
    }

    /** Replaces the file of the only session with a pipe, which nobody writes to yet. */
    private static Path blockStore() throws Exception {
        try (Stream<Path> files = Files.list(sessions)) {
            Path file = files.findFirst().orElseThrow();
            Files.delete(file);
            assertEquals(
                    0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
            return file;
        }
    }

    private static CompletableFuture<HttpResponse<String>> send(String token) {
        HttpRequest request = HttpRequest.newBuilder(address("/oidc/backchannel-logout"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("logout_token=" + token))
                .build();
        return HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString());
    }

    @Test
    void searchesForTwoLogoutsAtOnceAndRefusesTheThirdForNow() throws Exception {
        new Browser().logIn(address("/account"), "ada", provider.issuer());
        Path pipe = blockStore();
        List<String> tokens = new ArrayList<>();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (String user : List.of("grace", "barbara", "linus")) {
            String token = BackChannelLogoutTest.token(provider, BackChannelLogoutTest.claims(provider, user));
            tokens.add(token);
            answers.add(send(token));
        }

        CompletableFuture.anyOf(answers.toArray(CompletableFuture<?>[]::new)).get(60, TimeUnit.SECONDS);

        List<HttpResponse<String>> refused = answers.stream()
                .filter(CompletableFuture::isDone)
                .map(CompletableFuture::join)
                .toList();
        assertEquals(1, refused.size());
        assertEquals(503, refused.get(0).statusCode());
        assertTrue(refused.get(0).headers().firstValue("Retry-After").isPresent());
        Files.newOutputStream(pipe).close(); // both searches read the end of the file
        int again = answers.indexOf(answers.stream()
                .filter(answer -> answer.join().statusCode() == 503)
                .findFirst()
                .orElseThrow());
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertEquals(
                    answers.indexOf(answer) == again ? 503 : 200, answer.join().statusCode());
        }
        Files.delete(pipe);
        assertEquals(200, send(tokens.get(again)).get(60, TimeUnit.SECONDS).statusCode(), "the token counts later");
    }
}
