package io.jetalyst.testkit.tests.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.login.Account;
import io.jetalyst.login.FormLogin;
import io.jetalyst.login.PasswordLogin;
import io.jetalyst.testkit.tests.OneBrowser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A person logs in with Chromium, on the plain page, below a path, under the strictest policy. */
@Timeout(120)
class LoginBrowserTest extends OneBrowser {
    private RunningApp app;

    @BeforeEach
    void open() {
        Account max = Account.of("max", "max's secret", Role.MEMBER);
        PasswordLogin logins = PasswordLogin.of(
                        name -> Optional.of(max)
                                .filter(account -> account.name().equals(name)),
                        new PlainHasher())
                .attemptsPerName(3, Duration.ofMinutes(1));
        app = App.builder()
                .args("--host=127.0.0.1", "--port=0", "--base-path=/app")
                .args(
                        "--server.headers.content-security-policy=default-src 'none'; style-src 'none'; script-src 'none'")
                .authenticator(FormLogin.of(logins))
                .mount(new LibraryController_Routes())
                .build()
                .start();
    }

    @AfterEach
    void close() {
        if (app != null) {
            app.close();
        }
    }

    private void get(String path) {
        browser.driver.get("http://127.0.0.1:" + app.port() + path);
    }

    private WebElement field(String name) {
        return browser.driver.findElement(By.name(name));
    }

    private String focused() {
        return browser.driver.switchTo().activeElement().getAttribute("name");
    }

    private void logIn(String name, String password) {
        field("name").clear();
        field("name").sendKeys(name);
        field("password").sendKeys(password);
        browser.leavePage(() -> browser.driver.findElement(By.tagName("button")).click());
    }

    private List<String> violations() {
        return browser.console().stream()
                .filter(line -> !line.contains("Failed to load resource")) // the 401 and 429 of the page itself
                .toList();
    }

    @Test
    void logsInAndReturnsToThePage() {
        get("/app/loans?page=2");
        assertEquals("Log in", browser.driver.getTitle());
        assertEquals("name", focused());
        assertEquals("username", field("name").getAttribute("autocomplete"));
        assertEquals("none", field("name").getAttribute("autocapitalize"));
        assertEquals("current-password", field("password").getAttribute("autocomplete"));
        assertEquals("password", field("password").getAttribute("type"));
        assertEquals("block", field("name").getCssValue("display"), "the style sheet of the page itself");

        logIn("max", "max's secret");

        assertEquals("http://127.0.0.1:" + app.port() + "/app/loans?page=2", browser.driver.getCurrentUrl());
        assertEquals(
                "The loans of max",
                browser.driver.findElement(By.tagName("body")).getText());
        assertEquals(List.of(), violations());
    }

    @Test
    void showsWrongPasswordAtTheFields() {
        get("/app/loans");

        logIn("max", "wrong");

        WebElement message = browser.driver.findElement(By.cssSelector("[role=alert]"));
        assertEquals("The name or the password is wrong.", message.getText());
        assertEquals("alert", message.getAriaRole());
        assertEquals("password", focused(), "the name is there already");
        assertEquals("max", field("name").getAttribute("value"));
        assertEquals("", field("password").getAttribute("value"));
        for (String name : List.of("name", "password")) {
            assertEquals("true", field(name).getAttribute("aria-invalid"));
            assertEquals(message.getAttribute("id"), field(name).getAttribute("aria-describedby"));
        }
        assertEquals("Name", field("name").getAccessibleName());
        assertEquals("Password", field("password").getAccessibleName());
        assertEquals(List.of(), violations());

        logIn("max", "max's secret");
        assertTrue(browser.driver.getCurrentUrl().endsWith("/app/loans"), "the page of the first request");
    }

    @Test
    void saysWhenTheNextAttemptIsPossible() {
        get("/app/login");
        for (int i = 0; i < 3; i++) {
            logIn("max", "wrong");
        }

        logIn("max", "max's secret");

        WebElement message = browser.driver.findElement(By.id("problem"));
        assertTrue(
                message.getText().matches("Too many attempts to log in\\. Try again in \\d+ seconds\\."),
                message.getText());
        assertEquals(null, field("name").getAttribute("aria-invalid"), "the name is not wrong");
        assertEquals(
                "429", browser.run("async () => String(performance.getEntriesByType('navigation')[0].responseStatus)"));
        assertEquals(List.of(), violations());
    }

    @Test
    void followsTheColoursOfTheSystem() {
        get("/app/login");
        String colour = "async () => getComputedStyle(document.querySelector('h1')).color";
        assertEquals("rgb(27, 27, 34)", browser.run(colour));

        browser.driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));

        assertEquals("rgb(236, 236, 242)", browser.run(colour));
        assertEquals(List.of(), violations());
    }
}
