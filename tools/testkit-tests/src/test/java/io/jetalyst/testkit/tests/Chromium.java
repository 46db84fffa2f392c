package io.jetalyst.testkit.tests;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The Chromium of the system, whose console a test reads. Its driver makes the profile and deletes it: processes of the browser write to it until
 * after the test.
 */
public final class Chromium implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Selenium warns of each browser that is newer than itself. */
    private static final Logger PROTOCOL_VERSIONS = Logger.getLogger("org.openqa.selenium.devtools");

    static {
        PROTOCOL_VERSIONS.setLevel(Level.SEVERE);
    }

    public final ChromeDriver driver;

    public Chromium() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installed("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"));
        options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--lang=en-GB");
        options.setCapability("goog:loggingPrefs", logs);
        File driverFile = installed("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driverFile)
                        .build(),
                options);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
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

    /** Leaves the page, and forgets all that pages of an earlier test have stored. */
    public void forget() {
        driver.get("about:blank");
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        console();
    }

    /**
     * Does what replaces the page, and waits until the other page is complete. A command that meets a page while it is replaced fails in more ways than
     * {@code ExpectedConditions.stalenessOf} knows, so the wait repeats it.
     */
    public void leavePage(Runnable action) {
        driver.executeScript("window.isLeft = true");
        action.run();
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .until(page -> driver.executeScript("return !window.isLeft && document.readyState === 'complete'"));
    }

    /** Runs an asynchronous function in the page, and returns the text of its result or of its failure. */
    public String run(String function, Object... arguments) {
        return String.valueOf(driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1]; (" + function
                        + ")(...arguments).then(String, String).then(done)",
                arguments));
    }

    /** The messages of the console since the last call, without the browser's own request for an icon. */
    public List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .filter(line -> !line.contains("favicon.ico"))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
