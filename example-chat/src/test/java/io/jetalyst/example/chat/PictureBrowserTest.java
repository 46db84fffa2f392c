package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.RunningApp;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** Sending a picture: chosen, pasted, dropped, cancelled, and refused. The chat lives below a path. */
class PictureBrowserTest extends OneBrowser {
    @TempDir
    private static Path folder;

    @RegisterExtension
    static final TestApp APP = TestApp.of(ChatApp::app, "--server.base-path=/app");

    private static int port;

    @BeforeAll
    static void start(RunningApp running) {
        port = running.port();
    }

    @Test
    void showsAPictureThatWasChosen(TestHttp http, TestSockets sockets) throws Exception {
        TestSocket bob = Guest.named("Bob", http, sockets).enter("photos");
        ada.open(port, "/app/chat/photos").enter().choose(file("square.png", PictureHeaderTest.encoded("png")));
        ada.awaitPictureDialog(true);
        assertEquals("alt", ada.focused());
        ada.colours("light").screenshot("picture-dialog").type("A black square" + Keys.ENTER);
        RoomEvent.Shown shown = bob.await(RoomEvent.Shown.class);
        assertEquals("A black square", shown.description());
        ada.awaitPictures(1);
        assertEquals("text", ada.focused());
        assertEquals(
                List.of("A black square"),
                ada.run("return [...document.querySelectorAll('#log img')].map((it) => it.alt)"));
        ada.screenshot("picture").reload().awaitState("online");
        ada.awaitPictures(1);
    }

    @Test
    void showsPicturesThatWereDroppedOrPasted() throws Exception {
        ada.open(port, "/app/chat/dropped").enter().runFile("landscape.js", 2000, 1000);
        ada.awaitPictureDialog(true);
        ada.press(Keys.ENTER);
        ada.awaitPictures(1);
        assertEquals(1600L, ada.run("return document.querySelector('#log img').naturalWidth"), "made smaller");
        ada.run("""
                const canvas = document.createElement('canvas');
                canvas.toBlob((blob) => {
                    const clipboardData = new DataTransfer();
                    clipboardData.items.add(new File([blob], 'x.png', {type: 'image/png'}));
                    document.getElementById('text').dispatchEvent(
                        new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
                });""");
        ada.awaitPictureDialog(true);
        ada.press(Keys.ESCAPE);
        ada.awaitPictureDialog(false);
        ada.awaitPictures(1);
    }

    @Test
    void showsAPhotoAsItWasTaken(TestHttp http, TestSockets sockets) throws Exception {
        ada.open(port, "/app/chat/upright").enter();
        Guest bob = Guest.named("Bob", http, sockets);
        TestSocket socket = bob.enter("upright");
        PictureController.Uploaded uploaded = bob.http()
                .form("/chat/upright/pictures")
                .part("picture", "photo.jpg", "image/jpeg", PictureMetadataTest.turnedPhoto())
                .post()
                .expect(200)
                .json(PictureController.Uploaded.class);
        socket.sendJson(new ClientMessage.Show(uploaded.id(), "A tower", "r-1"));
        ada.awaitPictures(1);
        assertEquals(
                List.of(200L, 300L, 200L, 300L),
                ada.run("const image = document.querySelector('#log img');"
                        + "return [image.naturalWidth, image.naturalHeight, image.width, image.height]"));
    }

    @Test
    void saysWhyAPictureWasNotSent() throws Exception {
        ada.open(port, "/app/chat/refused").enter().choose(file("text.png", "no picture".getBytes()));
        ada.until(
                "the reason",
                page -> page.texts("#hint")
                        .equals(List.of("This file is no picture that can be sent. Choose a PNG, JPEG, GIF or WebP.")));
        ada.choose(file("other.png", PictureHeaderTest.encoded("png")));
        ada.awaitPictureDialog(true);
        ada.run("document.body.dataset.pictures = '/app/chat/elsewhere/pictures'");
        ada.press(Keys.ENTER);
        ada.until("the reason", page -> page.texts("#picture-problem").equals(List.of("Enter the room first.")));
        ada.run("document.body.dataset.pictures = '/app/chat/refused/pictures'");
        ada.click("#picture-send");
        ada.awaitPictures(1);
    }

    /** Two frames of four by four pixels each. */
    @ParameterizedTest
    @CsvSource({
        "webp, UklGRoQAAABXRUJQVlA4WAoAAAACAAAAAwAAAwAAQU5JTQYAAAAAAAAAAABBTk1GKAAAAAAAAAAAAAMAAAMAAPQBAAJWUDhMDwAAAC8DwAAABxD9j/4HIqL/AQBBTk1GKAAAAAAAAAAAAAMAAAMAAPQBAABWUDhMDwAAAC8DwAAABxDR//4HIqL/AQA=",
        "png, iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAACGFjVEwAAAACAAAAAPONk3AAAAAaZmNUTAAAAAAAAAAEAAAABAAAAAAAAAAAAfQD6AAApCmkSQAAABBJREFUeJxj/M+AAEwMRHEAM9EBBzqEPrgAAAAaZmNUTAAAAAEAAAAEAAAABAAAAAAAAAAAAfQD6AAAP1pOnQAAABhmZEFUAAAAAnicY2Rg+M8AA0wMSAA3BwAx0wEHhrHizAAAAABJRU5ErkJggg=="
    })
    void sendsAnAnimationAsItIs(String format, String content) throws Exception {
        ada.open(port, "/app/chat/moving-" + format)
                .enter()
                .choose(file("moving." + format, Base64.getDecoder().decode(content)));
        ada.awaitPictureDialog(true);
        ada.press(Keys.ENTER);
        ada.awaitPictures(1);
        assertEquals(content, ada.runAsync("""
                const done = arguments[arguments.length - 1];
                fetch(document.querySelector('#log img').src).then((found) => found.arrayBuffer())
                    .then((bytes) => done(btoa(String.fromCharCode(...new Uint8Array(bytes)))), (problem) => done(String(problem)));"""));
    }

    @Test
    void refusesAnAnimationThatIsTooLargeBeforeItUploadsIt() throws Exception {
        byte[] gif = Arrays.copyOf(PictureHeaderTest.encoded("gif"), 1_340_000);
        ada.open(port, "/app/chat/large").enter().choose(file("large.gif", gif));
        ada.until(
                "the reason",
                page -> page.texts("#hint")
                        .equals(List.of("This animation has 1.3 MB, and 1 MB is the limit. Choose a smaller one.")));
    }

    @Test
    void makesAPictureSmallEnoughThatHasNoTwoPixelsAlike() throws Exception {
        ada.open(port, "/app/chat/noise").enter().run("""
                const canvas = Object.assign(document.createElement('canvas'), {width: 1600, height: 1600});
                const context = canvas.getContext('2d');
                const pixels = context.createImageData(1600, 1600);
                for (let at = 0, value = 1; at < pixels.data.length; at++) {
                    value = Math.imul(value, 1664525) + 1013904223 | 0;
                    pixels.data[at] = at % 4 === 3 ? 255 : value >>> 24;
                }
                context.putImageData(pixels, 0, 0);
                canvas.toBlob((blob) => {
                    const dataTransfer = new DataTransfer();
                    dataTransfer.items.add(new File([blob], 'noise.png', {type: 'image/png'}));
                    document.querySelector('.talk').dispatchEvent(new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}));
                });""");
        ada.awaitPictureDialog(true);
        ada.press(Keys.ENTER);
        ada.awaitPictures(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "8, 1600", "1600, 8"})
    void showsPicturesOfAllShapesSoThatTheyCanBePressed(int width, int height) throws Exception {
        ada.open(port, "/app/chat/shapes-" + width).enter().runFile("landscape.js", width, height);
        ada.awaitPictureDialog(true);
        ada.press(Keys.ENTER);
        ada.awaitPictures(1);
        assertEquals(true, ada.run("""
                const {width, height} = document.querySelector('#log img').getBoundingClientRect();
                return width >= 44 && height >= 44 && width <= 560 && height <= 400;"""));
    }

    private static Path file(String name, byte[] content) throws Exception {
        return Files.write(folder.resolve(name), content);
    }
}
