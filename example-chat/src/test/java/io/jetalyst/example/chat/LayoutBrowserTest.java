package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.RunningApp;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The pages on small screens, in all colours, on paper, and without JavaScript. */
class LayoutBrowserTest extends OneBrowser {
    @RegisterExtension
    static final TestApp APP = TestApp.of(ChatApp::app);

    private static int port;

    @BeforeAll
    static void start(RunningApp running) {
        port = running.port();
        ada.named("Ada Augusta King of Lovelace");
    }

    @AfterEach
    void resetScreen() {
        ada.desktop().media("screen", "prefers-color-scheme", "light");
    }

    @ParameterizedTest
    @CsvSource({"320, 568", "360, 640", "390, 780"})
    void fitsOnAPhone(int width, int height, TestHttp http, TestSockets sockets) throws Exception {
        ada.phone(width, height)
                .colours("light")
                .open(port, "/chat/phone")
                .forget()
                .until("the page asks for a name", Browser::asksForName);
        assertEquals(List.of(), complaints("outside.js", width), "before entering");
        ada.screenshot("phone-" + width + "-name");

        talk(http, sockets, "phone");
        ada.enter().awaitMessage("short").say("And a word of " + "m".repeat(80));
        ada.awaitMessage("And a word of " + "m".repeat(80));
        assertEquals(List.of(), complaints("outside.js", width), "in the room");
        ada.screenshot("phone-" + width + "-room").click("#toggle-side");
        assertEquals(List.of(), complaints("outside.js", width), "with the open panel");
        ada.screenshot("phone-" + width + "-people").click("#invite");
        assertEquals(List.of(), complaints("outside.js", width), "the invitation");
        ada.screenshot("phone-" + width + "-invitation").press(Keys.ESCAPE).click("#toggle-side");
        ada.click("#me");
        assertEquals(List.of(), complaints("outside.js", width), "the name");

        for (String path : List.of("/echo", "/nothing-" + "n".repeat(60))) {
            ada.open(port, path);
            assertEquals(List.of(), complaints("outside.js", width), path);
        }
        ada.screenshot("phone-" + width + "-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void hasReadableColours(String scheme, TestHttp http, TestSockets sockets) throws Exception {
        ada.colours(scheme)
                .open(port, "/chat/colours")
                .forget()
                .until("the page asks for a name", Browser::asksForName);
        assertEquals(List.of(), complaints("contrast.js", false), "before entering");

        talk(http, sockets, "colours");
        ada.enter().awaitMessage("short").say("mine, https://example.org/").awaitMessage("mine, https://example.org/");
        // Copies stand for what waits and for what was refused, which would be gone before it is looked at.
        ada.run("""
                const mine = document.querySelector('.message.own');
                for (const state of ['pending', 'failed']) {
                    const copy = mine.cloneNode(true);
                    copy.classList.add(state);
                    copy.insertAdjacentHTML('beforeend', '<p class="state">State</p>');
                    document.getElementById('outbox').append(copy);
                }
                document.getElementById('hint').textContent = 'A hint';
                document.getElementById('hint').dataset.tone = 'bad';
                document.getElementById('newer').textContent = 'New';
                document.getElementById('newer').hidden = false;
                """);
        assertEquals(List.of(), complaints("contrast.js", true), "in the room");
        ada.screenshot("colours-" + scheme).open(port, "/echo");
        assertEquals(List.of(), complaints("contrast.js", false), "echo");
        ada.screenshot("echo-" + scheme).open(port, "/nothing");
        assertEquals(List.of(), complaints("contrast.js", false), "not found");
        ada.screenshot("not-found-" + scheme);
    }

    @Test
    void printsTheWholeConversation(TestHttp http, TestSockets sockets) throws Exception {
        talk(http, sockets, "paper");
        ada.phone(800, 400).enter(port, "paper").awaitMessage("short").media("print", "prefers-color-scheme", "light");
        assertEquals(List.of(), ada.run("""
                        const log = document.getElementById('log').getBoundingClientRect();
                        const page = document.scrollingElement;
                        const cut = [];
                        for (let at = document.getElementById('log'); at !== null; at = at.parentElement) {
                            if (at.scrollHeight > at.clientHeight + 1 && getComputedStyle(at).overflowY !== 'visible' && at !== page) {
                                cut.push(at.tagName + '.' + at.className);
                            }
                        }
                        if (log.height < innerHeight || page.scrollHeight < log.height) {
                            cut.push(`${page.scrollHeight} of ${log.height}`);
                        }
                        return cut;"""));
        assertEquals(
                0L,
                ada.run("return [...document.querySelectorAll('button, input, textarea')]"
                        + ".filter((control) => control.checkVisibility()).length"));
        ada.screenshot("print");
    }

    @Test
    void keepsBubblesInForcedColours(TestHttp http, TestSockets sockets) throws Exception {
        talk(http, sockets, "forced");
        ada.enter(port, "forced").awaitMessage("short").say("mine").awaitMessage("mine");
        ada.media("screen", "forced-colors", "active");
        assertEquals(
                true,
                ada.run(
                        "return matchMedia('(forced-colors: active)').matches && [...document.querySelectorAll('.bubble, .avatar')]"
                                + ".every((bubble) => parseFloat(getComputedStyle(bubble).borderTopWidth) >= 1)"));
        ada.screenshot("forced-colours");
    }

    @Test
    void takesANameAndHasNoDeadControlsWithoutJavaScript() throws Exception {
        ada.open(port, "/chat/lobby").forget().openWithoutScripts(port, "/chat/lobby");
        assertTrue(ada.asksForName());
        ada.screenshot("without-scripts-name").type("Ada" + Keys.ENTER);
        ada.until("the room", page -> !page.asksForName());
        ada.openWithoutScripts(port, "/chat/lobby");
        assertEquals(
                List.of(),
                ada.run("return [...document.querySelectorAll('button, input, textarea, #status')]"
                        + ".filter((control) => control.checkVisibility()).map((control) => control.outerHTML)"));
        assertTrue(String.valueOf(ada.run("return document.body.innerText")).contains("This chat needs JavaScript"));
        ada.screenshot("without-scripts").run("location.reload()");
    }

    @Test
    void movesTheFocusIntoThePanelAndBack() {
        ada.phone().enter(port, "panel").run("document.getElementById('toggle-side').focus()");
        assertEquals("side", ada.press(Keys.ENTER).focused());
        ada.run("document.getElementById('invite').focus()");
        assertEquals("copy", ada.press(Keys.ENTER).focused());
        assertEquals("invite", ada.press(Keys.ESCAPE).focused(), "the panel is still open");
        assertEquals("toggle-side", ada.press(Keys.ESCAPE).focused());
        assertEquals("false", ada.run("return document.getElementById('toggle-side').ariaExpanded"));

        ada.press(Keys.ENTER).run("document.getElementById('text').focus()");
        assertEquals("false", ada.run("return document.getElementById('toggle-side').ariaExpanded"), "hides no focus");
    }

    @Test
    void linksWholeAddresses() {
        ada.enter(port, "links");
        String text =
                "(see https://en.wikipedia.org/wiki/Java_(island)), “https://a.example/x” and https://b.example/it's?q=[1]!";
        ada.say(text).awaitMessage(text);
        assertEquals(
                List.of(
                        "https://en.wikipedia.org/wiki/Java_(island)",
                        "https://a.example/x",
                        "https://b.example/it's?q=[1]"),
                ada.texts("#log a"));
        assertFalse(ada.hasNotice("Some messages"));
    }

    /** The last / of the address would be at its left. */
    @Test
    void writesAnAddressFromLeftToRightInATextFromRightToLeft() {
        String text = "\u05e9\u05dc\u05d5\u05dd https://a.example/";
        ada.enter(port, "hebrew").say(text).awaitMessage(text);
        assertEquals(List.of("rtl", "ltr", "isolate"), ada.run("""
                const link = getComputedStyle(document.querySelector('#log a'));
                return [getComputedStyle(document.querySelector('#log .bubble')).direction, link.direction, link.unicodeBidi];"""));
    }

    /** A room with a long conversation. */
    private static void talk(TestHttp http, TestSockets sockets, String room) {
        TestSocket grace =
                Guest.named("Grace with a name of characters", http, sockets).open(room);
        for (int number = 1; number <= 12; number++) {
            grace.sendJson(
                    new ClientMessage.Say("A longer message, number " + number + ". ".repeat(60), "r-" + number));
        }
        grace.sendJson(new ClientMessage.Say("short", "r-0"))
                .await(RoomEvent.Said.class, said -> said.text().equals("short"));
    }

    /** Runs a script of the test resources that returns a list of complaints. */
    private static List<?> complaints(String script, Object... arguments) throws IOException {
        return (List<?>) ada.runFile(script, arguments);
    }
}
