package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    @RegisterExtension
    static final TestApp APP = TestApp.of(ChatApp::app, "--server.forwarded=x-forwarded");

    private final TestHttp http;

    private final TestHttp signedIn;

    PagesTest(TestHttp http) {
        this.http = http;
        this.signedIn = http.withCookies();
        signedIn.form("/chat/lobby").field("name", "Ada").post().expect(303);
    }

    @Test
    void redirectsToTheLobby() {
        for (String path : new String[] {"/", "/chat"}) {
            assertEquals("/chat/lobby", http.get(path).expect(303).header("Location"));
        }
    }

    @ParameterizedTest
    @CsvSource({"LOBBY,lobby", "Tea%20Kitchen,tea-kitchen"})
    void redirectsToTheRoomThatIsMeant(String name, String meant) {
        assertEquals("/chat/" + meant, http.get("/chat/" + name).expect(303).header("Location"));
    }

    @Test
    void asksForANameFirst() {
        TestResponse answer = http.get("/chat/tea-kitchen").expect(200);
        assertTrue(answer.body().contains("<form method=\"post\" action=\"/chat/tea-kitchen\""), answer.body());
        assertFalse(answer.body().contains("<noscript>"));
        assertEquals(Optional.empty(), answer.headers().firstValue("Set-Cookie"));
        TestHttp browser = http.withCookies();
        TestResponse entered =
                browser.form("/chat/tea-kitchen").field("name", "Ada").post().expect(303);
        assertEquals("/chat/tea-kitchen", entered.header("Location"));
        String cookie = entered.header("Set-Cookie");
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
    }

    @Test
    void servesTheRoomAsAPage() {
        TestResponse answer = signedIn.get("/chat/tea-kitchen");
        assertEquals(200, answer.status());
        assertEquals("text/html;charset=utf-8", answer.header("Content-Type"));
        assertTrue(answer.body().contains("<body data-room=\"tea-kitchen\""), answer.body());
        assertTrue(answer.body().contains("<noscript>"));
    }

    @Test
    void forbidsInlineScriptsAndStyles() {
        for (String path : new String[] {"/chat/lobby", "/echo"}) {
            TestResponse answer = signedIn.get(path);
            String policy = answer.header("Content-Security-Policy");
            assertTrue(policy.contains("default-src 'self'"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertFalse(answer.body().contains("style=\""), path);
            assertFalse(
                    Pattern.compile("<script(?![^>]*\\ssrc=)|\\son[a-z]+=")
                            .matcher(answer.body())
                            .find(),
                    path);
        }
    }

    @Test
    void servesEverythingThatAPageRefersTo() {
        for (String path : new String[] {"/chat/lobby", "/echo"}) {
            Matcher reference = Pattern.compile("(?:href|src)=\"([^\"]+)\"")
                    .matcher(signedIn.get(path).body());
            while (reference.find()) {
                String target = URI.create(path).resolve(reference.group(1)).getRawPath();
                assertEquals(200, signedIn.get(target).status(), target);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chat/%3Cscript%3E", "/chat/%C3%A4", "/chat/", "/nothing", "/a/b/c"})
    void servesAPageThatLeadsToTheLobbyForOtherPaths(String path) {
        TestResponse answer = http.get(path, "Accept", "text/html");
        assertEquals(404, answer.status());
        assertFalse(answer.body().contains("<script"), answer.body());
        assertEquals("Accept, Accept-Language, Accept-Encoding", answer.header("Vary"));
        Matcher lobby = Pattern.compile("href=\"([^\"]*chat/lobby)\"").matcher(answer.body());
        assertTrue(lobby.find(), answer.body());
        assertEquals("/chat/lobby", URI.create(path).resolve(lobby.group(1)).toString());
    }

    @Test
    void answersProgramsWithAProblemWhereABrowserGetsAPage() {
        TestResponse answer = http.get("/nothing", "Accept", "application/json").expect(404);
        assertEquals("application/problem+json", answer.header("Content-Type"));
    }

    @Test
    void describesARoomForALinkPreview() {
        String page = http.get("/chat/tea-kitchen").body();
        assertTrue(page.contains("<meta property=\"og:title\" content=\"Join #tea-kitchen\">"), page);
        assertTrue(page.contains("<meta name=\"description\" content=\"You are invited to #tea-kitchen."), page);
        assertTrue(page.contains("<meta property=\"og:url\" content=\"" + http.uri("/chat/tea-kitchen") + "\">"), page);
        Matcher image = Pattern.compile("og:image\" content=\"([^\"]+)\"").matcher(page);
        assertTrue(image.find(), page);
        TestResponse preview = http.get(URI.create(image.group(1)).getPath()).expect(200);
        assertEquals("image/png", preview.header("Content-Type"));
        assertTrue(image.group(1).startsWith(http.uri("/").toString()), image.group(1));
    }

    @Test
    void drawsTheAddressOfARoomAsAQrCode() {
        TestResponse code = http.get("/chat/tea-kitchen/invitation.svg").expect(200);
        assertEquals("image/svg+xml", code.header("Content-Type"));
        assertEquals(QrDrawing.of(http.uri("/chat/tea-kitchen").toString()), code.body());
        assertTrue(code.body().contains("fill=\"#fff\""), code.body());
        http.get("/chat/Tea/invitation.svg").expect(404);
    }

    @Test
    void namesThePublicAddressInAnInvitation() {
        TestResponse page = http.get("/chat/lobby", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "chat.example");
        assertTrue(
                page.body().contains("<meta property=\"og:url\" content=\"https://chat.example/chat/lobby\">"),
                page.body());
        assertEquals(
                QrDrawing.of("https://chat.example/chat/lobby"),
                http.get("/chat/lobby/invitation.svg", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "chat.example")
                        .body());
    }

    @ParameterizedTest
    @CsvSource({"/favicon.ico,image/vnd.microsoft.icon", "/robots.txt,text/plain;charset=utf-8"})
    void servesFilesThatClientsExpectAtTheRoot(String path, String contentType) {
        assertEquals(contentType, http.get(path).expect(200).header("Content-Type"));
    }

    @Test
    void letsBrowsersKeepScriptsAndStyles() {
        Matcher reference = Pattern.compile("\"(/assets/[^\"]+)\"")
                .matcher(signedIn.get("/chat/lobby").body());
        int found = 0;
        while (reference.find()) {
            TestResponse answer = http.get(reference.group(1)).expect(200);
            assertEquals("public, max-age=31536000, immutable", answer.header("Cache-Control"));
            found++;
        }
        assertTrue(found > 10, "references: " + found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chat.ts", "/assets/..%2Fchat.css", "/assets/%2e%2e/ChatApp.class", "/assets/"})
    void servesNoOtherFiles(String path) {
        int status = http.get(path).status();
        assertTrue(status == 404 || status == 400, "status " + status);
    }

    @Test
    void saysThatEchoIsASocketToo() {
        TestResponse answer = http.get("/echo");
        assertEquals(200, answer.status());
        assertTrue(answer.body().contains("This path is a WebSocket, too"));
        assertTrue(answer.body().contains(">ws://" + http.uri("/").getAuthority() + "/echo<"), answer.body());
    }

    @Test
    void namesTheSecureAddressOfEchoBehindAProxyThatEndsTls() {
        TestResponse answer = http.get("/echo", "X-Forwarded-Proto", "https");
        assertTrue(answer.body().contains(">wss://" + http.uri("/").getAuthority() + "/echo<"), answer.body());
    }
}
