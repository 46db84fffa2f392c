package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import java.net.URI;
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

    PagesTest(TestHttp http) {
        this.http = http;
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
    void servesTheRoomAsAPage() {
        TestResponse answer = http.get("/chat/tea-kitchen");
        assertEquals(200, answer.status());
        assertEquals("text/html;charset=utf-8", answer.header("Content-Type"));
        assertTrue(answer.body().contains("<body data-room=\"tea-kitchen\">"), answer.body());
        assertTrue(answer.body().contains("<noscript>"));
    }

    @Test
    void forbidsInlineScriptsAndStyles() {
        for (String path : new String[] {"/chat/lobby", "/echo"}) {
            TestResponse answer = http.get(path);
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
                    .matcher(http.get(path).body());
            while (reference.find()) {
                String target = URI.create(path).resolve(reference.group(1)).toString();
                assertEquals(200, http.get(target).status(), target);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chat/%3Cscript%3E", "/chat/%C3%A4", "/chat/", "/nothing", "/a/b/c"})
    void servesAPageThatLeadsToTheLobbyForOtherPaths(String path) {
        TestResponse answer = http.get(path, "Accept", "text/html");
        assertEquals(404, answer.status());
        assertFalse(answer.body().contains("<script"), answer.body());
        assertEquals("Accept", answer.header("Vary"));
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
        assertTrue(page.contains("<meta property=\"og:title\" content=\"#tea-kitchen · Jetalyst Chat\">"), page);
        assertTrue(page.contains("<meta name=\"description\" content=\"Talk in #tea-kitchen."), page);
    }

    @ParameterizedTest
    @CsvSource({"/favicon.ico,image/vnd.microsoft.icon", "/robots.txt,text/plain;charset=utf-8"})
    void servesFilesThatClientsExpectAtTheRoot(String path, String contentType) {
        assertEquals(contentType, http.get(path).expect(200).header("Content-Type"));
    }

    @Test
    void letsBrowsersKeepScriptsAndStyles() {
        Matcher reference = Pattern.compile("\"(/assets/[^\"]+)\"")
                .matcher(http.get("/chat/lobby").body());
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
