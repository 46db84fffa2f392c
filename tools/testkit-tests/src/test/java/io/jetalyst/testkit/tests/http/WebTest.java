package io.jetalyst.testkit.tests.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples of the guide to HTTP. */
class WebTest {
    @TempDir
    static Path folder;

    @RegisterExtension
    final TestApp app = TestApp.of(args -> Web.app(folder, args));

    @BeforeAll
    static void create() throws IOException {
        Files.createDirectories(folder.resolve("2026"));
        Files.writeString(folder.resolve("2026/a.txt"), "0123456789");
    }

    @Test
    void createsAndSendsTheVersion(TestHttp http) {
        TestResponse created = http.post("/articles?title=One", "").expect(201);

        assertEquals("/articles/1", created.header("Location"));
        assertEquals("\"v1\"", created.header("ETag"));
        assertEquals("last=1; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax", created.header("Set-Cookie"));
        assertEquals(new Article(1, "One", 1), created.json(Article.class));
        assertEquals(
                "",
                http.get("/articles/1", "If-None-Match", "\"v1\"").expect(304).body());
        http.get("/articles/2").expect(404);
    }

    @Test
    void changesOnlyTheVersionThatTheClientHasSeen(TestHttp http) {
        http.post("/articles?title=One", "").expect(201);

        http.send(http.request("/articles/1?title=Two").PUT(BodyPublishers.noBody()))
                .expect(428);
        http.send(http.request("/articles/1?title=Two")
                        .PUT(BodyPublishers.noBody())
                        .header("If-Match", "\"v0\""))
                .expect(412);
        TestResponse renamed = http.send(http.request("/articles/1?title=Two")
                        .PUT(BodyPublishers.noBody())
                        .header("If-Match", "\"v1\""))
                .expect(200);
        assertEquals("\"v2\"", renamed.header("ETag"));
        http.get("/articles/1", "If-None-Match", "\"v1\"").expect(200);
    }

    @Test
    void selectsTheMediaTypeByAccept(TestHttp http) {
        http.post("/articles?title=One", "").expect(201);

        assertEquals("[One]", http.get("/articles").expect(200).body());
        TestResponse csv =
                http.get("/articles", "Accept", "text/*;q=0.1, text/csv").expect(200);
        assertEquals("id,title\r\n1,One\r\n", csv.body());
        assertEquals("Accept", csv.header("Vary"));
        assertEquals(
                "attachment; filename=\"Artikel f_r Zo_.csv\"; filename*=UTF-8''Artikel%20f%C3%BCr%20Zo%C3%AB.csv",
                csv.header("Content-Disposition"));
        http.get("/articles", "Accept", "image/png").expect(406);
    }

    @Test
    void continuesBehindTheLastEvent(TestHttp http) {
        TestResponse steps = http.get("/steps/events", "Last-Event-ID", "2").expect(200);

        assertEquals(":\n\nid: 3\nevent: step\ndata: Step 3\n\n", steps.body());
        assertEquals("text/event-stream", steps.header("Content-Type"));
    }

    @Test
    void sendsAStreamAsLines(TestHttp http) {
        TestResponse lines =
                http.get("/prices?count=2", "Accept", "application/x-ndjson").expect(200);

        assertEquals("{\"share\":\"ACME\",\"cents\":0}\n{\"share\":\"ACME\",\"cents\":1}\n", lines.body());
    }

    @Test
    void servesFilesOfTheFolderOnly(TestHttp http) {
        TestResponse file = http.get("/files/2026/a.txt", "Range", "bytes=2-4").expect(206);

        assertEquals("234", file.body());
        assertEquals("bytes 2-4/10", file.header("Content-Range"));
        assertEquals(
                "attachment; filename=\"a.txt\"",
                http.get("/download/2026/a.txt").expect(200).header("Content-Disposition"));
        http.get("/files/2026").expect(404);
        http.get("/files/.hidden").expect(404);
    }

    @Test
    void servesResources(TestHttp http) {
        TestResponse style = http.get("/static/site.css").expect(200);

        assertEquals("text/css;charset=utf-8", style.header("Content-Type"));
        assertEquals("max-age=3600", style.header("Cache-Control"));
        http.get("/static/site.css", "If-None-Match", style.header("ETag")).expect(304);
        http.get("/static/none.css").expect(404);
    }

    @Test
    void convertsParameters(TestHttp http) {
        assertEquals(
                "2026 Optional[2026-01-31] [LOW, HIGH] [de, en;q=0.5] Optional[dark]",
                http.get(
                                "/projects/2026/report?since=2026-01-31&priorities=l&priorities=h",
                                "Accept-Language",
                                "de, en;q=0.5",
                                "Cookie",
                                "theme=dark")
                        .expect(200)
                        .body());
        assertEquals(
                "2026 Optional.empty [HIGH] [] Optional.empty",
                http.get("/projects/2026/report").expect(200).body());
    }

    @Test
    void listsAllMistakesOfARequest(TestHttp http) {
        String problem =
                http.get("/projects/x/report?since=yesterday").expect(400).body();

        assertTrue(
                problem.contains(
                        "\"errors\":[{\"in\":\"path\",\"name\":\"year\",\"code\":\"type\",\"detail\":\"must be a whole number\"}"
                                + ",{\"in\":\"query\",\"name\":\"since\",\"code\":\"type\","
                                + "\"detail\":\"must be a date such as 2026-11-28\"}]"),
                problem);
        assertTrue(problem.contains("\"detail\":\"The request has 2 values that are not valid.\""), problem);
    }

    @Test
    void loadsTheTaskInItsProject(TestHttp http) {
        assertEquals(
                new Task(1, "Rake the leaves"),
                http.get("/projects/1/tasks/1").expect(200).json(Task.class));
        http.get("/projects/2/tasks/1").expect(404);
        http.get("/projects/9/tasks/1").expect(404);
        http.get("/projects/one/tasks/1").expect(400);
    }

    @Test
    void bindsRecordsOfParameters(TestHttp http) {
        assertEquals(
                "Paging[page=2, size=20] Optional[x]",
                http.get("/projects?page=2&name=x").expect(200).body());
        String problem = http.get("/projects?size=101").expect(400).body();
        assertTrue(problem.contains("\"name\":\"size\",\"code\":\"invalid\""), problem);
        assertFalse(problem.contains("101"), problem);
    }

    @Test
    void answersWithThePageIfTheSocketFindsNothing(TestHttp http) {
        assertEquals("page 1", http.get("/live/1").expect(200).body());
        assertEquals("page 9", http.get("/live/9").expect(200).body());
        assertEquals("page one", http.get("/live/one").expect(200).body());
    }

    @Test
    void redirectsToOwnPathsOnly(TestHttp http) {
        assertEquals("/articles?page=2", login(http, "/articles%3Fpage=2").header("Location"));
        assertEquals("/", login(http, "//evil.example").header("Location"));
        assertEquals("/", login(http, "https:%2F%2Fevil.example").header("Location"));
        assertEquals(
                "__Host-session=k3jd93k; Path=/; Secure; HttpOnly; SameSite=Lax",
                login(http, "/").header("Set-Cookie"));
    }

    private static TestResponse login(TestHttp http, String next) {
        return http.post("/login?next=" + next, "").expect(303);
    }
}
