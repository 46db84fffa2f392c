package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.jetalyst.counterpart.LocalhostCertificate;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Starts the Chromium of the system. Its driver makes the profile and deletes it: processes of the browser write to it until after the test. */
final class Chromium {
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--lang=en-GB",
            "--window-size=1280,800");

    /** Runs before the scripts of the page, and records what the page must never do. */
    private static final String WATCH = """
            window.violations = [];
            document.addEventListener('securitypolicyviolation',
                    (event) => violations.push(event.violatedDirective + ' ' + event.blockedURI));
            window.alert = () => violations.push('alert');
            """;

    /** Selenium warns of each browser that is newer than itself. The commands that this class uses do not change. */
    private static final Logger PROTOCOL_VERSIONS = Logger.getLogger("org.openqa.selenium.devtools");

    static {
        PROTOCOL_VERSIONS.setLevel(Level.SEVERE);
    }

    private Chromium() {}

    static ChromeDriver open() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installed("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"));
        options.addArguments(FLAGS);
        options.addArguments("--ignore-certificate-errors-spki-list=" + LocalhostCertificate.keyHash());
        options.setCapability("goog:loggingPrefs", logs);
        File driverFile = installed("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");
        ChromeDriver driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driverFile)
                        .build(),
                options);
        watch(driver);
        return driver;
    }

    /** Records what the pages of the current tab do and must not. */
    static void watch(ChromeDriver driver) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
    }

    /** Returns the errors that the browser has logged since the last call: of its policies, and of scripts. */
    static List<String> loggedViolations(ChromeDriver driver) {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .filter(line -> line.contains("Content Security Policy") || line.contains("Uncaught"))
                .toList();
    }

    /** Returns the errors that the browser has logged since the last call: also resources that did not load. */
    static List<String> loggedErrors(ChromeDriver driver) {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().equals(Level.SEVERE))
                .map(LogEntry::getMessage)
                .toList();
    }

    static void screenshot(ChromeDriver driver, String file) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(folder.resolve(file + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    static void switchToOtherTab(ChromeDriver driver) {
        String current = driver.getWindowHandles().size() == 1 ? "" : driver.getWindowHandle();
        driver.getWindowHandles().stream()
                .filter(tab -> !tab.equals(current))
                .findFirst()
                .ifPresent(tab -> driver.switchTo().window(tab));
    }

    /** In CI a missing browser fails the test; elsewhere the test is skipped with a message. */
    private static File installed(String... places) {
        return Stream.of(places)
                .map(File::new)
                .filter(File::canExecute)
                .findFirst()
                .orElseGet(() -> {
                    String missing =
                            "None of " + List.of(places) + " is here. On Debian: apt install chromium chromium-driver.";
                    return System.getenv("CI") != null ? fail(missing) : abort(missing);
                });
    }
}
