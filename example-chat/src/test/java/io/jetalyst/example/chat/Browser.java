package io.jetalyst.example.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A user with a browser: a Chromium with its own profile, and what the user does and sees in a room. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final ChromeDriver driver;
    private final WebDriverWait wait;
    private final Device device;

    /** The name that the user enters. */
    private String name;

    Browser(String name) {
        this.name = name;
        driver = Chromium.open();
        device = new Device(driver);
        wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50));
        // A command that meets a page while it is replaced fails, so the wait repeats it.
        wait.ignoring(WebDriverException.class);
    }

    /** From now on, the user enters this name. */
    Browser named(String other) {
        name = other;
        return this;
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Opens a room, and enters a name if the page asks for one. */
    Browser enter(int port, String room) {
        return open(port, "/chat/" + room).enter();
    }

    /** Enters the room of the page that is open. */
    Browser enter() {
        if (asksForName()) {
            find("#name").sendKeys(Keys.chord(Keys.CONTROL, "a") + name + Keys.ENTER);
        }
        return awaitState("online");
    }

    Browser open(int port, String path) {
        return open("http://127.0.0.1:" + port + path);
    }

    Browser open(String url) {
        driver.get(url);
        return this;
    }

    /** Forgets the session, and all that pages have stored. */
    Browser forget() {
        driver.manage().deleteAllCookies();
        run("sessionStorage.clear(); localStorage.clear()");
        return reload();
    }

    /** Opens another tab, which has the focus then. */
    Browser openTab() {
        driver.switchTo().newWindow(WindowType.TAB);
        Chromium.watch(driver);
        return this;
    }

    /** Closes the tab that has the focus, and gives it to another one. */
    Browser closeTab() {
        driver.close();
        return otherTab();
    }

    Browser otherTab() {
        Chromium.switchToOtherTab(driver);
        return this;
    }

    /** Chooses a file, as the file dialog of the browser does. */
    Browser choose(Path file) {
        driver.findElement(By.id("file")).sendKeys(file.toAbsolutePath().toString());
        return this;
    }

    Browser reload() {
        driver.navigate().refresh();
        return this;
    }

    String url() {
        return String.valueOf(driver.getCurrentUrl());
    }

    Browser rename(String newName) {
        click("#me").find("#name").sendKeys(Keys.chord(Keys.CONTROL, "a") + newName + Keys.ENTER);
        return this;
    }

    Browser click(String selector) {
        find(selector).click();
        return this;
    }

    /** Types text without sending it. */
    Browser type(String text) {
        return press(text);
    }

    /** Inserts text at once, as pasting does. */
    Browser paste(String text) {
        driver.executeCdpCommand("Input.insertText", Map.of("text", text));
        return this;
    }

    /** Types and sends; the text field has the focus already. */
    Browser say(String text) {
        return press(text + Keys.ENTER);
    }

    Browser awaitMessage(String text) {
        return until("“" + text + "” is shown", page -> messages().contains(text));
    }

    Browser awaitNotice(String text) {
        return until("a notice “" + text + "”", page -> hasNotice(text));
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

    boolean hasNotice(String text) {
        return texts("#log .notice").stream().anyMatch(note -> note.startsWith(text));
    }

    /** The texts of the elements, with all white space. */
    List<String> texts(String selector) {
        Object texts = driver.executeScript(
                "return [...document.querySelectorAll(arguments[0])].map((found) => found.textContent)", selector);
        return ((List<?>) texts).stream().map(String::valueOf).toList();
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Runs a script that calls its last argument with the result. */
    Object runAsync(String script) {
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return driver.executeAsyncScript(script);
    }

    /** Runs a script of the test resources. */
    Object runFile(String script, Object... arguments) throws IOException {
        try (InputStream in = requireNonNull(Browser.class.getResourceAsStream(script), script)) {
            return run(new String(in.readAllBytes(), UTF_8), arguments);
        }
    }

    Browser awaitPictureDialog(boolean open) {
        return until(
                "the dialog of a picture",
                page -> run("return document.getElementById('picture-dialog').open")
                        .equals(open));
    }

    /** Waits until the room shows so many pictures, loaded. */
    Browser awaitPictures(long count) {
        return until(
                "pictures: " + count,
                page -> run("return [...document.querySelectorAll('#log img')]"
                                + ".filter((image) => image.complete && image.naturalWidth > 0).length")
                        .equals(count));
    }

    String focused() {
        return String.valueOf(driver.switchTo().activeElement().getDomAttribute("id"));
    }

    Browser press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    /** Also asks for reduced motion, so that a screenshot shows no animation. */
    Browser colours(String scheme) {
        device.colours(scheme);
        return this;
    }

    /** Emulates paper, or the feature of a screen, such as {@code forced-colors}. */
    Browser media(String type, String feature, String value) {
        device.media(type, feature, value);
        return this;
    }

    Browser phone() {
        return phone(390, 780);
    }

    Browser phone(int width, int height) {
        device.phone(width, height);
        return this;
    }

    Browser desktop() {
        device.desktop();
        return this;
    }

    /** Opens a page without JavaScript. Scripts of the test run again when it is there. */
    Browser openWithoutScripts(int port, String path) {
        device.disableScripts(true);
        open(port, path);
        device.disableScripts(false);
        return this;
    }

    Browser screenshot(String file) throws IOException {
        Chromium.screenshot(driver, file);
        return this;
    }

    /** Fails if the page ran a script of another user, or tried what its policy forbids. */
    void assertNoViolations() {
        assertEquals(List.of(), driver.executeScript("return window.violations"), name);
        assertEquals(List.of(), Chromium.loggedViolations(driver), name);
    }

    Browser until(String expectation, Function<Browser, Boolean> holds) {
        wait.withMessage(() -> name + " waited for: " + expectation + "\nlog: " + lastOf(texts("#log li")) + "\nstate: "
                        + run("return document.getElementById('connection')?.dataset.state"))
                .until(page -> holds.apply(this));
        return this;
    }

    /** Whether the page is the form for a name. */
    boolean asksForName() {
        return !driver.findElements(By.cssSelector("#entrance")).isEmpty();
    }

    private static List<String> lastOf(List<String> texts) {
        return texts.subList(Math.max(0, texts.size() - 60), texts.size());
    }

    private WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
