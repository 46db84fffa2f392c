package io.jetalyst.testkit.tests.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.testkit.tests.Chromium;
import io.jetalyst.testkit.tests.OneBrowser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium applies the default policy to pages of an application. */
@Timeout(120)
class PolicyBrowserTest extends OneBrowser {
    private final PrintStream originalErr = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeEach
    void open() {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        System.setErr(originalErr);
    }

    private static RunningApp start(String... args) {
        return App.builder()
                .args("--host=127.0.0.1", "--port=0")
                .args(args)
                .mount(new MapController_Routes(), new ClockController_Routes())
                .bind(Templates.class, new Templates())
                .build()
                .start();
    }

    private void get(RunningApp app, String path) {
        browser.driver.get("http://127.0.0.1:" + app.port() + path);
    }

    private String greeting() {
        return browser.driver.findElement(By.id("greeting")).getText();
    }

    @Test
    void runsScriptWithNonce() {
        try (RunningApp app = start()) {
            get(app, "/greeting");

            assertEquals("Hello.", greeting());
            assertEquals(List.of(), browser.console());
        }
    }

    @Test
    void runsScriptAndAppliesStyleOfTemplateWithNonce() {
        try (RunningApp app = start("--mode=dev")) {
            get(app, "/clock");
            String first = nonce();
            assertEquals("now", browser.driver.findElement(By.tagName("time")).getText());
            assertEquals(
                    "rgba(0, 128, 0, 1)",
                    browser.driver.findElement(By.tagName("time")).getCssValue("color"));

            browser.driver.navigate().refresh();
            String second = nonce();
            get(app, "/clock");
            assertEquals(3, Set.of(first, second, nonce()).size());
            assertEquals(List.of(), browser.console());
        }
    }

    private String nonce() {
        return browser.run("async () => document.querySelector('script').nonce");
    }

    @Test
    void logsBlockedScriptInDevMode() {
        try (RunningApp app = start("--mode=dev", "--base-path=/app")) {
            get(app, "/app/own/blocked?token=secret");

            assertEquals("", greeting());
            assertTrue(browser.console().toString().contains("Content Security Policy"));
            String line =
                    "A browser blocked a script in the page on the page /app/own/blocked, line 4 of /app/own/blocked,"
                            + " because of the directive script-src-elem of its Content-Security-Policy. See"
                            + " docs/security.md#my-inline-script-is-blocked.";
            new WebDriverWait(browser.driver, Chromium.PATIENCE)
                    .until(page -> log.toString(StandardCharsets.UTF_8).contains(line));
        }
    }

    @Test
    void reportsNothingInProduction() {
        try (RunningApp app = start()) {
            get(app, "/own/blocked");

            assertEquals("", greeting());
            assertEquals(
                    "404",
                    browser.run("async () => (await fetch('/_dev/csp-reports', {method: 'POST', body: '{}',"
                            + " headers: {'Content-Type': 'application/csp-report'}})).status"));
        }
    }

    @Test
    void opensConnectionsToTheApplicationOnly() {
        try (RunningApp app = start();
                RunningApp other = start()) {
            get(app, "/greeting");

            assertEquals("text", browser.run("async () => (await fetch('/own/text')).text()"));
            assertEquals(
                    "event",
                    browser.run("() => new Promise((done, failed) => {"
                            + "const source = new EventSource('/own/events');"
                            + "source.onmessage = event => { source.close(); done(event.data); };"
                            + "source.onerror = () => failed('failed'); })"));
            String echo = "port => new Promise((done, failed) => {"
                    + "const socket = new WebSocket(`ws://127.0.0.1:${port}/own/echo`);"
                    + "socket.onopen = () => socket.send('echo');"
                    + "socket.onmessage = message => done(message.data);"
                    + "socket.onerror = () => failed('failed'); })";
            assertEquals("echo", browser.run(echo, app.port()), () -> log.toString(StandardCharsets.UTF_8));
            assertEquals(List.of(), browser.console());

            assertEquals("failed", browser.run(echo, other.port()));
            assertTrue(browser.console().toString().contains("Content Security Policy"));
        }
    }

    @Test
    void blocksFrameAndPictureOfAnotherOrigin() {
        try (RunningApp app = start("--server.headers.content-security-policy=frame-src *; img-src *");
                RunningApp other = start()) {
            get(app, "/greeting");

            String image = "url => new Promise((done, failed) => { const image = new Image();image.onload = () =>"
                    + " done('loaded'); image.onerror = () => failed('blocked'); image.src = url; })";
            assertEquals("blocked", browser.run(image, "http://127.0.0.1:" + other.port() + "/own/text"));
            browser.run(
                    "url => new Promise(done => { const frame = document.createElement('iframe');"
                            + "frame.onload = () => done('loaded'); frame.src = url; document.body.append(frame); })",
                    "http://127.0.0.1:" + other.port() + "/greeting");
            assertTrue(browser.console().toString().contains("frame-ancestors"));
        }
    }

    @Test
    void showsErrorPagesWithoutViolations() {
        for (String mode : List.of("production", "dev")) {
            try (RunningApp app = start("--mode=" + mode)) {
                get(app, "/own/failure");
                assertEquals(
                        "500 Internal Server Error",
                        browser.driver.findElement(By.tagName("h1")).getText());
                assertEquals(
                        "grid", browser.driver.findElement(By.tagName("body")).getCssValue("display"));
                get(app, "/nowhere");
                assertEquals(
                        "404 Not Found",
                        browser.driver.findElement(By.tagName("h1")).getText());
                assertEquals(
                        List.of(),
                        browser.console().stream()
                                .filter(line -> !line.contains("Failed to load resource"))
                                .toList());
            }
        }
    }
}
