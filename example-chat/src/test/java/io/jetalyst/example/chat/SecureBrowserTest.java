package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.RunningApp;
import io.jetalyst.counterpart.LocalhostCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The chat as a visitor uses it without a web server in front: TLS and HTTP/2, also for the WebSockets (RFC 8441). */
@Timeout(180)
class SecureBrowserTest extends TwoBrowsers {
    @TempDir
    private Path folder;

    @Test
    void chatWorksOverHttp2WithoutWebServer() throws Exception {
        Path log = folder.resolve("access.log");
        RunningApp chat = ChatApp.app(
                        "--listen=https://127.0.0.1:0",
                        "--server.tls.certificate=" + LocalhostCertificate.writeCertificate(folder),
                        "--server.tls.key=" + LocalhostCertificate.writeKey(folder),
                        "--server.access-log=combined",
                        "--server.access-log-file=" + log)
                .start();
        try (chat) {
            String root = "https://localhost:" + chat.port();
            for (Browser browser : new Browser[] {ada, bob}) {
                browser.open(root + "/").enter();
            }
            assertEquals("h2", ada.run("return performance.getEntriesByType('navigation')[0].nextHopProtocol"));
            ada.awaitPeople("Ada", "Bob").say("hello");
            bob.awaitMessage("hello").reload().awaitState("online").say("again");
            ada.awaitMessage("again");
            assertEquals(List.of(), Chromium.loggedErrors(ada.driver()));
            assertEquals(List.of(), Chromium.loggedErrors(bob.driver()));
            for (Browser browser : new Browser[] {ada, bob}) {
                browser.open("about:blank"); // so that no socket reconnects when the server stops
            }
        }
        List<String> handshakes = Files.readAllLines(log).stream()
                .filter(line -> line.contains("\"CONNECT /chat/lobby"))
                .toList();
        assertEquals(3, handshakes.size(), Files.readString(log));
        for (String handshake : handshakes) {
            assertTrue(handshake.contains(" HTTP/2.0\" 200 "), handshake);
        }
    }
}
