package io.jetalyst.example.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.example.chat.PictureController.Uploaded;
import io.jetalyst.example.chat.RoomEvent.Refused;
import io.jetalyst.example.chat.RoomEvent.Shown;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pictures over HTTP, as the page sends them, and as no page does. */
class PictureTest {
    private static final String PATH = "/chat/lobby/pictures";

    @RegisterExtension
    final TestApp app = TestApp.of(ChatApp::app);

    private Guest person;
    private TestSocket ada;

    @BeforeEach
    void enter(TestHttp http, TestSockets sockets) {
        person = Guest.named("Ada", http, sockets);
        ada = person.enter("lobby");
    }

    @Test
    void showsAPictureToTheRoom(TestHttp http, TestSockets sockets) throws IOException {
        Guest reader = Guest.named("Bob", http, sockets);
        TestSocket bob = reader.enter("lobby");
        byte[] png = PictureHeaderTest.encoded("png");
        Uploaded uploaded = upload(png, "text/html").expect(200).json(Uploaded.class);
        ada.sendJson(new ClientMessage.Show(uploaded.id(), " A black \n square ", "r-1"));
        Shown shown = bob.await(Shown.class);
        assertEquals("Ada", shown.from().name());
        assertEquals(uploaded, new Uploaded(shown.picture(), shown.width(), shown.height()));
        assertEquals("A black square", shown.description());

        TestResponse picture = reader.http().get(PATH + "/" + shown.picture()).expect(200);
        assertArrayEquals(png, picture.bytes());
        assertEquals("image/png", picture.header("Content-Type"));
        assertEquals("nosniff", picture.header("X-Content-Type-Options"));
        assertEquals("inline; filename=\"picture.png\"", picture.header("Content-Disposition"));
        assertEquals("default-src 'none'; sandbox", picture.header("Content-Security-Policy"));
        assertEquals("private, max-age=31536000, immutable", picture.header("Cache-Control"));
        assertEquals("same-origin", picture.header("Cross-Origin-Resource-Policy"));
    }

    @Test
    void hidesPicturesFromOthers(TestHttp http, TestSockets sockets) throws IOException {
        Uploaded uploaded = upload(PictureHeaderTest.encoded("gif"), "image/gif")
                .expect(200)
                .json(Uploaded.class);
        http.get(PATH + "/" + uploaded.id()).expect(403);
        Guest eve = Guest.named("Eve", http, sockets);
        TestSocket socket = eve.enter("other");
        eve.http().get("/chat/other/pictures/" + uploaded.id()).expect(404);
        eve.http().get(PATH + "/" + UUID.randomUUID()).expect(404);
        eve.http().get(PATH + "/" + "..%2f..%2fchat.css").expect(400);
        socket.sendJson(new ClientMessage.Show(uploaded.id(), "", "r-1"));
        assertEquals("no-picture", socket.await(Refused.class).code());
    }

    @Test
    void takesPicturesOfMembersOnly(TestHttp http, TestSockets sockets) throws IOException {
        byte[] png = PictureHeaderTest.encoded("png");
        http.form(PATH).part("picture", "a.png", "image/png", png).post().expect(403);
        Guest eve = Guest.named("Eve", http, sockets);
        eve.http().form(PATH).part("picture", "a.png", "image/png", png).post().expect(403);
        person.http()
                .form(PATH)
                .part("picture", "a.png", "image/png", png)
                .post("Origin", "https://evil.example")
                .expect(403);
    }

    @Test
    void takesPicturesByTheirContentOnly() {
        for (String content : new String[] {
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'></svg>",
            "<!doctype html><script>alert(document.domain)</script>",
            ""
        }) {
            TestResponse answer = upload(content.getBytes(UTF_8), "image/png").expect(422);
            assertTrue(answer.body().contains("PNG, JPEG, GIF or WebP"), answer.body());
        }
        upload(new byte[Picture.MAX_BYTES + 1], "image/png").expect(413);
        upload(new byte[3_000_000], "image/png").expect(413);
        person.http().form(PATH).field("picture", "text").multipart().post().expect(400);
        person.http().form(PATH).field("other", "x").post().expect(400);
    }

    @Test
    void publishesAPictureOnceThatAClientSendsAgain() throws IOException {
        UUID id = upload(PictureHeaderTest.encoded("jpg"), "image/jpeg")
                .expect(200)
                .json(Uploaded.class)
                .id();
        ada.sendJson(new ClientMessage.Show(id, "", "r-1")).next(Shown.class);
        ada.sendJson(new ClientMessage.Show(id, "", "r-1")).next(RoomEvent.Received.class);
        assertEquals(
                "no-picture",
                ada.sendJson(new ClientMessage.Show(id, "", "r-2"))
                        .next(Refused.class)
                        .code());
        assertEquals(
                "too-long",
                ada.sendJson(new ClientMessage.Show(id, "d".repeat(301), "r-3"))
                        .next(Refused.class)
                        .code());
    }

    @Test
    void refusesAMessageAgainWhosePictureIsMissing() throws IOException {
        ClientMessage.Show missing = new ClientMessage.Show(UUID.randomUUID(), "", "r-1");
        for (int attempt = 1; attempt <= 2; attempt++) {
            assertEquals("no-picture", ada.sendJson(missing).next(Refused.class).code());
        }
        UUID id = upload(PictureHeaderTest.encoded("png"), "image/png")
                .expect(200)
                .json(Uploaded.class)
                .id();
        ada.sendJson(new ClientMessage.Show(id, "", "r-1")).next(Shown.class);
    }

    @Test
    void letsAMemberWaitWhoUploadsPicturesWithoutMessages() throws IOException {
        byte[] png = PictureHeaderTest.encoded("png");
        for (int i = 0; i < 3; i++) {
            upload(png, "image/png").expect(200);
        }
        TestResponse answer = upload(png, "image/png").expect(429);
        assertEquals("20", answer.header("Retry-After"));
        assertTrue(answer.body().contains("Wait until the room has your last pictures."), answer.body());
    }

    private TestResponse upload(byte[] content, String declaredType) {
        return person.http()
                .form(PATH)
                .part("picture", "../../evil.html", declaredType, content)
                .post();
    }
}
