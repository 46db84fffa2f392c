package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One user: a Chromium with a profile of its own, and what a user does and sees in a room. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
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

    /** Runs before the page's own script, and remembers what the page should never do. */
    private static final String WATCH = """
            window.misdeeds = [];
            document.addEventListener('securitypolicyviolation',
                    (event) => misdeeds.push(event.violatedDirective + ' ' + event.blockedURI));
            window.alert = () => misdeeds.push('alert');
            """;

    /** It warns of each browser that is newer than itself. What is used of the protocol here does not change. */
    private static final Logger PROTOCOL_VERSIONS = Logger.getLogger("org.openqa.selenium.devtools");

    static {
        PROTOCOL_VERSIONS.setLevel(Level.SEVERE);
    }

    private final String name;
    private final ChromeDriver driver;
    private final WebDriverWait wait;

    /** @param profile an empty folder */
    Browser(String name, Path profile) {
        this.name = name;
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installed("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"));
        options.addArguments(FLAGS);
        options.addArguments("--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", logs);
        File driverFile = installed("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driverFile)
                        .build(),
                options);
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
        wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50));
    }

    /** In CI a missing browser is a failure; elsewhere the test says that it did not run, and why. */
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

    String name() {
        return name;
    }

    /** Opens a room and answers the question for a name, if it is asked. */
    Browser enter(int port, String room) {
        driver.get("http://127.0.0.1:" + port + "/chat/" + room);
        until("a name is asked for, or the room is entered", page -> asked() || state().equals("online"));
        if (asked()) {
            find("#name").sendKeys(name + Keys.ENTER);
        }
        return awaitState("online");
    }

    Browser rename(String newName) {
        click("#me").find("#name").sendKeys(Keys.chord(Keys.CONTROL, "a") + newName + Keys.ENTER);
        return this;
    }

    Browser click(String selector) {
        find(selector).click();
        return this;
    }

    /** Types as a user does; the input has the focus already. */
    Browser say(String text) {
        driver.switchTo().activeElement().sendKeys(text + Keys.ENTER);
        return this;
    }

    Browser awaitMessage(String text) {
        return until("“" + text + "” is shown", page -> messages().contains(text));
    }

    Browser awaitNotice(String text) {
        return until("“" + text + "” is noted", page -> isToldOf(text));
    }

    Browser awaitState(String state) {
        return until("the connection is " + state, page -> state().equals(state));
    }

    Browser awaitBrokenConnection() {
        return until("the connection is broken", page -> !state().equals("online"));
    }

    Browser awaitPeople(String... names) {
        return until("here are " + List.of(names), page -> texts("#people .who").equals(List.of(names)));
    }

    String state() {
        return String.valueOf(find("#connection").getDomAttribute("data-state"));
    }

    /** All confirmed messages. */
    List<String> messages() {
        return texts("#log .bubble");
    }

    List<String> ownMessages() {
        return texts("#log .own .bubble");
    }

    /** Messages that wait, each with its state. */
    List<String> waiting() {
        return texts("#outbox .pending");
    }

    boolean isToldOf(String text) {
        return texts("#log .notice").stream().anyMatch(note -> note.startsWith(text));
    }

    /** The element's text, with the white space it has. */
    List<String> texts(String selector) {
        Object texts = driver.executeScript(
                "return [...document.querySelectorAll(arguments[0])].map((found) => found.textContent)", selector);
        return ((List<?>) texts).stream().map(String::valueOf).toList();
    }

    Object run(String script) {
        return driver.executeScript(script);
    }

    String focused() {
        return String.valueOf(driver.switchTo().activeElement().getDomAttribute("id"));
    }

    Browser press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    /** Without motion as well, so that a screenshot shows what is there to stay. */
    Browser colours(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        return this;
    }

    Browser phone() {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 780, "deviceScaleFactor", 2, "mobile", true));
        return this;
    }

    Browser desktop() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        return this;
    }

    Browser screenshot(String file) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(folder.resolve(file + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        return this;
    }

    /** Nothing ran that came from another user, and nothing was tried that the policy forbids. */
    void assertNoMisdeeds() {
        assertEquals(List.of(), driver.executeScript("return window.misdeeds"), name);
        List<String> complaints = driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .filter(line -> line.contains("Content Security Policy") || line.contains("Uncaught"))
                .toList();
        assertEquals(List.of(), complaints, name);
    }

    Browser until(String expectation, Function<Browser, Boolean> holds) {
        wait.withMessage(() ->
                        name + " waited for: " + expectation + "\nlog: " + texts("#log li") + "\nstate: " + state())
                .until(page -> holds.apply(this));
        return this;
    }

    private boolean asked() {
        return !driver.findElements(By.cssSelector("#name-dialog[open]")).isEmpty();
    }

    private WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
