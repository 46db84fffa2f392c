package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.security.oidc.OidcLogin;
import io.jetalyst.security.oidc.OidcOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logins while the provider changes its keys, is down, or is slow. */
class ProviderFailureTest {
    private RealProvider provider;

    @BeforeEach
    void start() throws Exception {
        provider = RealProvider.start();
    }

    @AfterEach
    void stop() {
        if (provider != null) {
            provider.close();
        }
    }

    private static RunningApp app(OidcOptions options) {
        return App.builder()
                .args("--port=0")
                .mount(new AccountController_Routes())
                .authenticator(OidcLogin.of(options))
                .build()
                .start();
    }

    private static URI account(RunningApp app) {
        return URI.create("http://127.0.0.1:" + app.port() + "/account");
    }

    @Test
    void completesEveryLoginWhileTheKeysChange() throws Exception {
        try (RunningApp app = app(provider.options())) {
            for (int i = 0; i < 3; i++) {
                assertEquals(
                        "ada, ada of the tests, no tab",
                        new Browser()
                                .logIn(account(app), "ada", provider.issuer())
                                .body(),
                        "after " + i + " rotations");
                provider.rotate();
            }
        }
    }

    @Test
    void sendsPageWith503UntilTheProviderIsThere() throws Exception {
        provider.stop();
        try (RunningApp app = app(provider.options())) {
            Browser browser = new Browser();
            HttpResponse<String> refused = browser.get(account(app));
            assertEquals(503, refused.statusCode());
            assertTrue(
                    refused.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"),
                    refused.headers().toString());
            assertEquals("5", refused.headers().firstValue("Retry-After").orElseThrow());
            assertTrue(refused.body().contains("The login provider cannot be reached"), refused.body());
            assertEquals("Hello", browser.get(account(app).resolve("/")).body(), "other pages need no provider");

            provider.restart();
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (browser.get(account(app)).statusCode() == 503 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertEquals(
                    "ada, ada of the tests, no tab",
                    browser.logIn(account(app), "ada", provider.issuer()).body());
        }
    }

    /** The provider accepts connections, and sends nothing. */
    @Test
    void answersWith503WhenTheProviderIsSilent() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                RunningApp app = app(OidcOptions.of(URI.create("http://127.0.0.1:" + silent.getLocalPort()), "shop")
                        .timeout(Duration.ofMillis(300)))) {
            assertEquals(503, new Browser().get(account(app)).statusCode());
        }
    }

    @Test
    void answersWith503WhenTheProviderFallsSilentDuringTheLogin() throws Exception {
        try (RunningApp app = app(provider.options().timeout(Duration.ofSeconds(5)))) {
            Browser browser = new Browser();
            URI callback = browser.logInUntil(account(app), "ada", provider.issuer(), ShopTest::isCallback);
            provider.suspend();
            try {
                assertEquals(503, browser.get(callback).statusCode());
            } finally {
                provider.resume();
            }
            assertEquals(
                    "ada, ada of the tests, no tab",
                    browser.logIn(account(app), "ada", provider.issuer()).body());
        }
    }

    /** A client invents codes, and each of them is a request to the provider. */
    @Test
    void answersAtOnceWhenManyCallbacksWaitForTheProvider() throws Exception {
        try (RunningApp app = app(provider.options().timeout(Duration.ofSeconds(60)))) {
            Browser browser = new Browser();
            URI callback = browser.logInUntil(account(app), "ada", provider.issuer(), ShopTest::isCallback);
            HttpRequest request = HttpRequest.newBuilder(callback)
                    .header("Cookie", browser.cookie("oidc-login-"))
                    .build();
            ExecutorService threads = Executors.newFixedThreadPool(33);
            provider.suspend();
            try {
                CompletionService<Integer> answers = new ExecutorCompletionService<>(threads);
                for (int i = 0; i < 33; i++) {
                    answers.submit(() -> HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode());
                }
                Future<Integer> first = answers.poll(30, TimeUnit.SECONDS);
                assertNotNull(first, "one of them does not wait");
                assertEquals(503, first.get());
                assertNull(answers.poll(), "the others wait");
            } finally {
                provider.resume();
                threads.shutdownNow();
            }
        }
    }
}
