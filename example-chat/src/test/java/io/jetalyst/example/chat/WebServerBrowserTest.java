package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The chat as a visitor uses it, behind nginx and Apache: TLS and HTTP/2 in front, a UNIX socket behind, at the root and below a path. */
@Timeout(180)
class WebServerBrowserTest extends TwoBrowsers {
    private static final String FAILED = """
            return performance.getEntriesByType('resource')
                .filter((entry) => entry.responseStatus < 200 || entry.responseStatus >= 400)
                .map((entry) => entry.name + ' ' + entry.responseStatus);
            """;
    private static final String PREVIEW = """
            const done = arguments[arguments.length - 1];
            const image = document.querySelector('meta[property="og:image"]').content;
            fetch(image).then((response) => done(response.status + ' ' + response.headers.get('Content-Type')));
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} at {1}/")
    @CsvSource({
        "nginx,'',__Host-session",
        "nginx,/app,__Secure-session",
        "apache,'',__Host-session",
        "apache,/app,__Secure-session"
    })
    void chatWorksBehindWebServer(String kind, String base, String cookie) throws Exception {
        try (FrontServer server = FrontServer.start(kind, base, folder)) {
            String room = server.root() + "/chat/lobby";
            enter(server.root(), room);
            assertEquals("h2", ada.run("return performance.getEntriesByType('navigation')[0].nextHopProtocol"));
            assertSessionCookie(room, cookie, base);
            talk(room);
            showPicture();
            invite(room);
            reloadWithDraft();
            assertEquals(List.of(), Chromium.loggedErrors(ada.driver()));
            openMissingPage(server.root(), room);
            assertEquals(List.of(), Chromium.loggedErrors(bob.driver()));
            ada.closeTab();
            for (Browser browser : new Browser[] {ada, bob}) {
                browser.open("about:blank"); // so that no socket reconnects when the server stops
            }
        }
    }

    private static void enter(String root, String room) {
        for (Browser browser : new Browser[] {ada, bob}) {
            browser.driver().executeCdpCommand("Network.clearBrowserCookies", Map.of());
            browser.open(root + "/").enter();
            assertEquals(room, browser.url());
        }
        ada.awaitPeople("Ada", "Bob");
    }

    private static void assertSessionCookie(String room, String name, String base) {
        Object all = ada.driver()
                .executeCdpCommand("Network.getCookies", Map.of("urls", List.of(room)))
                .get("cookies");
        assertEquals(1, ((List<?>) all).size(), String.valueOf(all));
        Map<?, ?> cookie = (Map<?, ?>) ((List<?>) all).get(0);
        assertEquals(name, cookie.get("name"));
        assertEquals(base.isEmpty() ? "/" : base, cookie.get("path"));
        assertEquals(true, cookie.get("secure"));
        assertEquals(true, cookie.get("httpOnly"));
        assertEquals("Lax", cookie.get("sameSite"));
    }

    /** Leaves Ada in the second of two tabs. */
    private static void talk(String room) {
        ada.say("from the first tab");
        bob.awaitMessage("from the first tab").say("for both tabs");
        ada.awaitMessage("for both tabs").openTab().open(room).awaitState("online");
        ada.awaitMessage("for both tabs").say("from the second tab");
        bob.awaitMessage("from the second tab");
        ada.otherTab().awaitMessage("from the second tab").otherTab();
    }

    private void showPicture() throws Exception {
        ada.choose(Files.write(folder.resolve("square.png"), PictureHeaderTest.encoded("png")))
                .awaitPictureDialog(true)
                .type("A square" + Keys.ENTER)
                .awaitPictures(1);
        bob.awaitPictures(1);
        ada.otherTab().awaitPictures(1).otherTab();
    }

    private static void invite(String room) {
        ada.click("#invite");
        assertEquals(room, ada.run("return document.getElementById('link').value"));
        ada.until(
                "the QR code",
                page -> Boolean.TRUE.equals(page.run(
                        "const code = document.querySelector('.qr'); return code.complete && code.naturalWidth > 0")));
        ada.press(Keys.ESCAPE);
        assertEquals(room, ada.run("return document.querySelector('meta[property=\"og:url\"]').content"));
        assertEquals("200 image/png", ada.runAsync(PREVIEW));
    }

    private static void reloadWithDraft() {
        bob.type("half a sentence")
                .reload()
                .awaitState("online")
                .awaitMessage("from the second tab")
                .awaitPictures(1);
        assertEquals("half a sentence", bob.run("return document.getElementById('text').value"));
        for (Browser browser : new Browser[] {ada, bob}) {
            assertEquals(List.of(), browser.run(FAILED));
        }
    }

    private static void openMissingPage(String root, String room) {
        String missing = root + "/no/such/page";
        ada.open(missing);
        assertEquals("This page does not exist", ada.texts("h1").get(0));
        assertEquals(List.of(), ada.run(FAILED));
        List<String> errors = Chromium.loggedErrors(ada.driver());
        assertEquals(1, errors.size(), errors.toString());
        assertTrue(errors.get(0).startsWith(missing) && errors.get(0).contains("404"), errors.get(0));
        ada.click(".card a.primary").awaitState("online");
        assertEquals(room, ada.url());
    }
}
