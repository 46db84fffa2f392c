package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSockets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Two users in two browsers. The network of the second one, Bob, can be cut. */
class ChatBrowserTest extends ChatOfTwo {
    @Test
    void deliversMessagesInOneOrder() throws Exception {
        ada.enter(chat.port(), "lobby").awaitPeople("Ada");
        bob.enter(network.port(), "lobby").awaitPeople("Bob", "Ada");
        ada.awaitNotice("Bob joined").awaitPeople("Ada", "Bob");

        ada.say("Morning, Bob! Did you get the chat running?").say("It is one path for the page and the socket!");
        bob.awaitMessage("It is one path for the page and the socket!");
        bob.say("Just now. One command, no npm, no CDN.");
        bob.say("The socket is an ordinary method beside the @Get, see" + Keys.chord(Keys.SHIFT, Keys.ENTER)
                + "https://github.com/search?q=jetalyst");
        ada.awaitMessage("The socket is an ordinary method beside the @Get, see\nhttps://github.com/search?q=jetalyst");
        ada.say("And if it is no handshake, the same path shows the page. I like it.");
        bob.awaitMessage("And if it is no handshake, the same path shows the page. I like it.");
        bob.runFile("landscape.js", 520, 190);
        bob.awaitPictureDialog(true).say("The sun sets behind hills").awaitPictures(1);
        ada.awaitPictures(1);
        assertEquals(
                true,
                ada.run("const scroll = document.getElementById('scroll');"
                        + "return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 2"),
                "at the end");

        assertEquals(ada.messages(), bob.messages());
        assertEquals(3, ada.ownMessages().size());
        assertEquals(3, bob.ownMessages().size());
        assertEquals("text", ada.focused());
        bob.type("And ");
        ada.until("Bob is typing", page -> !page.texts("#typing").equals(List.of("")));

        ada.colours("light").screenshot("desktop-light");
        bob.colours("dark").screenshot("desktop-dark");
        ada.phone().screenshot("phone-light").desktop();
        bob.phone().screenshot("phone-dark").click("#toggle-side").screenshot("phone-people");
        assertEquals("side", bob.focused());
        bob.press(Keys.ESCAPE);
        assertEquals("toggle-side", bob.focused());
        assertEquals("false", bob.run("return document.activeElement.ariaExpanded"));
        bob.desktop();
    }

    @Test
    void showsWhoIsTyping() {
        ada.enter(chat.port(), "typing");
        bob.enter(network.port(), "typing");
        ada.awaitNotice("Bob joined");
        bob.type("half");
        ada.until("Bob is typing", page -> page.texts("#typing").equals(List.of("\u2068Bob\u2069 is typing…")));
        assertEquals(ada.texts("#typing"), ada.texts("#typing-spoken"));
        bob.type(" and whole" + Keys.ENTER);
        ada.awaitMessage("half and whole");
        assertEquals(List.of(""), ada.texts("#typing"));
        bob.type("and then nothing");
        ada.until("Bob is typing", page -> !page.texts("#typing").equals(List.of("")));
        assertEquals(List.of(""), ada.texts("#typing-spoken"), "not read out again so soon");
        ada.until("Bob has stopped", page -> page.texts("#typing").equals(List.of("")));
        assertEquals(List.of(""), bob.texts("#typing"));
    }

    @Test
    void showsAMessageOnceThatWasSentAgain(TestHttp http, TestSockets sockets) {
        ada.enter(chat.port(), "twice");
        ClientMessage.Say message = new ClientMessage.Say("once", "r-1");
        Guest.named("Cleo", http, sockets)
                .open("twice")
                .sendJson(message)
                .sendJson(message)
                .sendJson(new ClientMessage.Say("other", "r-2"));
        ada.awaitMessage("other");
        assertEquals(List.of("once", "other"), ada.messages());
        ada.enter(chat.port(), "twice").awaitMessage("other"); // as history
        assertEquals(List.of("once", "other"), ada.messages());
    }

    @Test
    void showsMarkupAsText() {
        List<String> payloads = List.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "\"><svg onload=alert(1)>",
                "javascript:alert(1)",
                "${alert(1)} {{alert(1)}} &lt;b&gt;",
                "https://example.org/\"onmouseover=\"alert(1)");
        ada.enter(chat.port(), "security");
        bob.enter(network.port(), "security").say("hello");
        ada.awaitMessage("hello");
        bob.rename("<img src=x onerror=alert(1)>");
        ada.awaitPeople("Ada", "<img src=x onerror=alert(1)>").awaitNotice("Bob is <img src=x onerror=alert(1)> now");
        for (String payload : payloads) {
            bob.say(payload);
            ada.awaitMessage(payload);
        }
        List<String> all = Stream.concat(Stream.of("hello"), payloads.stream()).toList();
        assertEquals(all, ada.messages());
        assertEquals(0L, ada.run("return document.querySelectorAll('#log :is(script, img, svg), #people img').length"));
        assertTrue(String.valueOf(ada.run("return document.querySelector('#log a').href"))
                .startsWith("https://example.org/"));

        ada.enter(chat.port(), "security"); // and once more, as history
        assertEquals(all, ada.messages());
        bob.rename("Bob");
        ada.awaitPeople("Ada", "Bob");
    }

    @Test
    void numbersANameThatIsTaken() {
        ada.enter(chat.port(), "names");
        bob.enter(network.port(), "names").say("hello");
        ada.awaitMessage("hello");
        bob.rename("ada").awaitPeople("ada 2", "Ada");
        ada.awaitNotice("Bob is ada 2 now");
        assertFalse(ada.hasNotice("Bob left"));
        bob.rename("Bob").awaitNotice("You are Bob again");
        ada.awaitPeople("Ada", "Bob");
    }

    @Test
    void showsTheTabsOfABrowserAsOnePerson() {
        ada.enter(chat.port(), "tabs");
        bob.enter(network.port(), "tabs");
        ada.awaitNotice("Bob joined").awaitPeople("Ada", "Bob").say("hello");
        bob.openTab().open(network.port(), "/chat/tabs").awaitState("online").awaitPeople("Bob", "Ada");
        bob.rename("Robert").awaitPeople("Robert", "Ada").awaitNotice("You are Robert now");
        ada.awaitNotice("Bob is Robert now");
        bob.otherTab()
                .awaitNotice("You are Robert now")
                .awaitPeople("Robert", "Ada")
                .say("from the first tab");
        ada.awaitMessage("from the first tab").awaitPeople("Ada", "Robert");
        bob.closeTab().awaitPeople("Robert", "Ada").say("from the second tab");
        ada.awaitMessage("from the second tab").awaitPeople("Ada", "Robert");

        bob.type("a draft that the next person must not see")
                .openTab()
                .open(network.port(), "/chat/tabs")
                .awaitState("online")
                .click("#me")
                .click("#leave button");
        bob.until("the page asks for a name", Browser::asksForName);
        assertEquals(0L, bob.run("return localStorage.length + sessionStorage.length"));
        ada.awaitNotice("Robert left").awaitPeople("Ada");
        bob.closeTab().until("the other tab asks, too", Browser::asksForName);
        assertEquals(0L, bob.run("return localStorage.length + sessionStorage.length"));
        bob.enter().rename("Bob").awaitPeople("Bob", "Ada");
    }

    @Test
    void showsTheReasonForARefusalAndAsksForAnotherName() {
        String mixed = "\u0412ob"; // its first letter is Cyrillic
        List<String> reason = List.of("A name has letters of one alphabet only. Please choose another one.");
        bob.enter(network.port(), "names").awaitPeople("Bob").rename(mixed);
        bob.until(
                "the dialog asks for another name",
                page -> page.texts("#name-problem").equals(reason));
        bob.press(Keys.ESCAPE);
        bob.forget().paste(mixed).press(Keys.ENTER);
        bob.until(
                "the form asks for another name",
                page -> page.texts("#name-problem").equals(reason));
        assertEquals("true", bob.run("return document.activeElement.ariaInvalid"));
        bob.enter().awaitPeople("Bob");
    }

    @Test
    void letsAScreenReaderReadNewMessagesAndNotTheHistory() {
        bob.enter(network.port(), "aloud").say("before").awaitMessage("before");
        ada.enter(chat.port(), "aloud").awaitMessage("before");
        bob.say("after");
        ada.awaitMessage("after");
        assertEquals(List.of("before"), ada.texts("#history[aria-live=polite] [aria-live=off] .bubble"));
    }

    @Test
    void givesTheKeyboardAllControls() throws Exception {
        ada.enter(chat.port(), "keyboards");
        assertEquals("text", ada.focused());
        List<String> before = List.of("attach", "history", "me");
        for (String id : before) {
            ada.press(Keys.chord(Keys.SHIFT, Keys.TAB));
            assertEquals(id, ada.focused());
        }
        ada.press(Keys.ENTER);
        assertEquals("name", ada.focused());
        ada.colours("light").screenshot("name");
        ada.press(Keys.ESCAPE)
                .say("")
                .until("the room is as it was", page -> page.state().equals("online"));
    }
}
