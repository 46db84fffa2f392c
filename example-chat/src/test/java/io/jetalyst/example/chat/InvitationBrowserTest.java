package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.RunningApp;
import io.jetalyst.testkit.TestApp;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.OutputType;

/** A decoder reads the QR code of the invitation from pictures of the page. The chat has a public address below a path. */
class InvitationBrowserTest extends OneBrowser {
    private static final String LINK = "https://chat.example/app/chat/tea-kitchen";

    @RegisterExtension
    static final TestApp APP =
            TestApp.of(ChatApp::app, "--server.base-path=/app", "--server.public-url=https://chat.example");

    @BeforeAll
    static void open(RunningApp running) {
        ada.open(running.port(), "/app/chat/tea-kitchen").enter().click("#invite");
        ada.until(
                "the code is loaded",
                page -> page.run("return document.querySelector('.qr').naturalWidth > 0")
                        .equals(true));
    }

    @AfterEach
    void resetScreen() {
        ada.desktop();
    }

    @ParameterizedTest
    @CsvSource({
        "screen, prefers-color-scheme, light",
        "screen, prefers-color-scheme, dark",
        "screen, forced-colors, active",
        "print, prefers-color-scheme, light",
        "print, prefers-color-scheme, dark"
    })
    void showsACodeThatCanBeRead(String type, String feature, String value) throws Exception {
        ada.media(type, feature, value);
        assertEquals(Optional.of(LINK), code());
        ada.phone(320, 568);
        assertEquals(Optional.of(LINK), code(), "on a small phone");
    }

    @Test
    void printsTheInvitationAloneIfItIsOpen() {
        ada.media("print", "prefers-color-scheme", "light");
        assertEquals(
                List.of("Join #tea-kitchen", LINK),
                ada.run(
                        "return [...document.querySelectorAll('h1, h2, button, textarea, input, .message')]"
                                + ".filter((found) => found.checkVisibility()).map((found) => found.value ?? found.innerText)"));
    }

    private static Optional<String> code() throws Exception {
        return Screenshot.of(ada.driver().getScreenshotAs(OutputType.BYTES)).qrCode();
    }
}
