package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.contract.engine.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of the class path, as a client of the real server sees them. */
@Timeout(60)
class StaticFilesServerTest {
    private static final String YEAR = "public, max-age=31536000, immutable";
    private static final String SCRIPT = "import './text.js';";

    @TempDir
    private Path root;

    @Test
    void servesFileUnderItsPath() throws Exception {
        StaticSite.write(root, "chat.js", SCRIPT);
        try (StaticSite site = StaticSite.start(root)) {
            Answer answer = site.get("/chat.js");

            assertEquals(200, answer.status());
            assertEquals(SCRIPT, answer.text());
            assertEquals("text/javascript;charset=utf-8", answer.header("content-type"));
            assertEquals("nosniff", answer.header("x-content-type-options"));
            assertEquals("no-cache", answer.header("cache-control"));
            assertEquals("bytes", answer.header("accept-ranges"));
            assertEquals("", answer.header("vary"));
            assertFalse(answer.headers().containsKey("last-modified"));
            Answer again = site.get("/chat.js", "If-None-Match", answer.header("etag"));
            assertEquals(304, again.status());
            assertEquals(412, site.get("/chat.js", "If-Match", "\"other\"").status());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "favicon.ico,image/vnd.microsoft.icon",
        "site.webmanifest,application/manifest+json",
        "logo.svg,image/svg+xml",
        "unknown.xyz,application/octet-stream",
        "no-extension,application/octet-stream",
        "deep/er/a.css,text/css;charset=utf-8",
        ".well-known/security.txt,text/plain;charset=utf-8",
    })
    void sendsTypeByName(String name, String type) throws Exception {
        StaticSite.write(root, name, "content");
        try (StaticSite site = StaticSite.start(root)) {
            assertEquals(type, site.get("/" + name).header("content-type"));
        }
    }

    @Test
    void keepsFileUnderItsVersionForAYear() throws Exception {
        StaticSite.write(root, "js/chat.js", SCRIPT);
        StaticSite.write(root, "js/text.js", "text");
        try (StaticSite site = StaticSite.start(root)) {
            String url = site.assets().url("js/chat.js");

            assertTrue(url.matches("/assets/[0-9a-f]{12}/js/chat\\.js"), url);
            assertEquals(YEAR, site.get(url).header("cache-control"));
            Answer imported = site.get(url.replace("chat.js", "text.js"));
            assertEquals("text", imported.text());
            assertEquals(YEAR, imported.header("cache-control"));
        }
    }

    @Test
    void servesPresentContentUnderAnotherVersion() throws Exception {
        StaticSite.write(root, "chat.js", "old");
        String old;
        try (StaticSite site = StaticSite.start(root)) {
            old = site.assets().url("chat.js");
        }
        StaticSite.write(root, "chat.js", "new");
        try (StaticSite site = StaticSite.start(root)) {
            assertNotEquals(old, site.assets().url("chat.js"));
            assertEquals("new", site.get(old).text());
            assertEquals("no-cache", site.get(old).header("cache-control"));
            assertEquals(404, site.get("/assets/other/chat.js").status());
        }
    }

    @Test
    void throwsForUnknownName() throws Exception {
        StaticSite.write(root, "chat.js", SCRIPT);
        try (StaticSite site = StaticSite.start(root)) {
            IllegalArgumentException unknown = assertThrows(
                    IllegalArgumentException.class, () -> site.assets().url("chta.js"));

            assertEquals(
                    "There is no file static/chta.js on the class path. Its place is src/main/resources/static/chta.js. Did you mean chat.js?",
                    unknown.getMessage());
            for (String name : new String[] {"/chat.js", "static/chat.js", "/static/chat.js"}) {
                IllegalArgumentException absolute = assertThrows(
                        IllegalArgumentException.class, () -> site.assets().url(name));
                assertEquals(
                        "Names of files are relative to static/: write chat.js in place of " + name + ".",
                        absolute.getMessage());
            }
        }
    }

    @Test
    void servesIndexPageOfFolder() throws Exception {
        StaticSite.write(root, "index.html", "home");
        StaticSite.write(root, "docs/index.html", "docs");
        try (StaticSite site = StaticSite.start(root)) {
            assertEquals("home", site.get("/").text());
            assertEquals("docs", site.get("/docs/").text());
            assertTrue(site.get("/").header("content-security-policy").startsWith("default-src 'self'"));
            assertEquals(404, site.get("/docs").status());
        }
    }

    @Test
    void prefersRoutes() throws Exception {
        StaticSite.write(root, "pages/a", "file");
        StaticSite.write(root, "robots.txt", "file");
        StaticSite.write(root, "form.html", "file");
        try (StaticSite site = StaticSite.start(root)) {
            assertEquals("route page", site.get("/pages/a").text());
            assertEquals("route robots", site.get("/robots.txt").text());
            assertEquals("file", site.get("/form.html").text());
            assertEquals("route form", site.send("POST", "/form.html").text());
            assertEquals(
                    "GET, HEAD, POST, OPTIONS", site.send("PUT", "/form.html").header("allow"));
        }
    }

    @Test
    void allowsOnlyReading() throws Exception {
        StaticSite.write(root, "chat.js", SCRIPT);
        try (StaticSite site = StaticSite.start(root)) {
            Answer head = site.send("HEAD", "/chat.js");
            assertEquals(200, head.status());
            assertEquals("" + SCRIPT.length(), head.header("content-length"));
            assertEquals(405, site.send("POST", "/chat.js").status());
            assertEquals("GET, HEAD, OPTIONS", site.send("POST", "/chat.js").header("allow"));
            assertEquals("GET, HEAD, OPTIONS", site.send("OPTIONS", "/chat.js").header("allow"));
            assertEquals(404, site.send("POST", "/other.js").status());
        }
    }

    @Test
    void showsFilesToFilters() throws Exception {
        StaticSite.write(root, "chat.js", SCRIPT);
        try (StaticSite site = StaticSite.start(
                builder -> builder.filter((context, next) -> {
                    String path = context.route().map(route -> route.path()).orElse("none");
                    return next.proceed().map(response -> response.header("X-Route", path));
                }),
                root)) {
            assertEquals("/{*file}", site.get("/chat.js").header("x-route"));
            assertEquals("none", site.get("/other.js").header("x-route"));
        }
    }

    @Test
    void servesLargeFileByPartsOnly() throws Exception {
        byte[] large = new byte[1_000_000];
        new java.util.Random(7).nextBytes(large);
        StaticSite.write(root, "large.bin", large);
        Path jar = StaticSite.jar(root.resolve("site.jar"), Map.of("static/packed.bin", large, INDEX, new byte[0]));
        try (StaticSite site = StaticSite.start(root, jar)) {
            for (String path : List.of("/large.bin", "/packed.bin")) {
                assertArrayEquals(large, site.get(path).body(), path);
                Answer part = site.get(path, "Range", "bytes=500000-500009");
                assertEquals(206, part.status());
                assertEquals("bytes 500000-500009/1000000", part.header("content-range"));
                assertArrayEquals(Arrays.copyOfRange(large, 500_000, 500_010), part.body());
                assertEquals(416, site.get(path, "Range", "bytes=1000000-").status());
            }
        }
    }

    @Test
    void letsNoCacheKeepLargeFileThatWasChanged() throws Exception {
        StaticSite.write(root, "large.bin", new byte[300_000]);
        try (StaticSite site = StaticSite.start(root)) {
            String url = site.assets().url("large.bin");
            Answer before = site.get(url);
            assertEquals("public, max-age=31536000, immutable", before.header("cache-control"));

            byte[] changed = new byte[400_000];
            Arrays.fill(changed, (byte) 'x');
            Path other = Files.write(root.resolve("other"), changed);
            Files.move(other, root.resolve("static/large.bin"), StandardCopyOption.REPLACE_EXISTING);
            Answer after = site.get(url, "If-None-Match", before.header("etag"));
            assertEquals(200, after.status());
            assertArrayEquals(changed, after.body());
            assertEquals("no-cache", after.header("cache-control"));
            assertEquals(
                    304, site.get(url, "If-None-Match", after.header("etag")).status());
            Answer part = site.get(url, "Range", "bytes=0-0", "If-Range", before.header("etag"));
            assertEquals(200, part.status());
        }
    }

    @Test
    void servesNoLinkThatLeavesTheFolder() throws Exception {
        StaticSite.write(root, "inside.txt", "inside");
        Files.writeString(root.resolve("outside.txt"), "outside");
        Files.createSymbolicLink(root.resolve("static/link.txt"), root.resolve("static/inside.txt"));
        Files.createSymbolicLink(root.resolve("static/leak.txt"), root.resolve("outside.txt"));
        Files.createSymbolicLink(root.resolve("static/up"), root);
        for (String mode : List.of("production", "dev")) {
            try (StaticSite site = StaticSite.start(builder -> builder, root, "--mode=" + mode)) {
                assertEquals("inside", site.get("/link.txt").text());
                assertEquals(404, site.get("/leak.txt").status());
                assertEquals(404, site.get("/up/outside.txt").status());
            }
        }
    }

    /** The index of the routes, which marks a JAR file of an application. */
    private static final String INDEX = "META-INF/services/io.jetalyst.table.RouteTable";

    @Test
    void servesFilesOfJarsInTheOrderOfTheClassPath() throws Exception {
        StaticSite.write(root, "a.txt", "directory");
        Path jar = StaticSite.jar(
                root.resolve("site.jar"),
                Map.of(
                        "static/",
                        new byte[0],
                        "static/a.txt",
                        "jar".getBytes(UTF_8),
                        "static/b c.txt",
                        "blank".getBytes(UTF_8),
                        "static/ä.txt",
                        "umlaut".getBytes(UTF_8),
                        "staticky.txt",
                        new byte[0],
                        "other.txt",
                        new byte[0]));
        try (StaticSite site = StaticSite.start(root, jar)) {
            assertEquals("directory", site.get("/a.txt").text());
            assertEquals("blank", site.get("/b%20c.txt").text());
            assertEquals("umlaut", site.get("/%C3%A4.txt").text());
            assertTrue(site.assets().url("b c.txt").endsWith("/b%20c.txt"));
            assertEquals("umlaut", site.get(site.assets().url("ä.txt")).text());
            assertEquals(404, site.get("/other.txt").status());
            assertEquals(404, site.get("/cky.txt").status());
        }
        try (StaticSite site = StaticSite.start(jar, root)) {
            assertEquals("jar", site.get("/a.txt").text());
        }
    }

    @Test
    void readsFilesAfreshInDevMode() throws Exception {
        Path classes = Files.createDirectories(root.resolve("target/classes"));
        StaticSite.write(classes, "chat.js", "built");
        StaticSite.write(root.resolve("src/main/resources"), "chat.js", "source");
        try (StaticSite site = StaticSite.start(builder -> builder, classes, "--mode=dev")) {
            String url = site.assets().url("chat.js");
            assertEquals("source", site.get(url).text());
            assertEquals("no-cache", site.get(url).header("cache-control"));

            StaticSite.write(root.resolve("src/main/resources"), "chat.js", "changed");
            StaticSite.write(classes, "added.js", "added");
            assertEquals("changed", site.get(url).text());
            assertEquals("added", site.get(site.assets().url("added.js")).text());
            assertEquals(url, site.assets().url("chat.js"));

            Files.delete(classes.resolve("static/added.js"));
            assertEquals(404, site.get("/added.js").status());
        }
    }

    @Test
    void servesSourcesOnlyInDevMode() throws Exception {
        Path classes = Files.createDirectories(root.resolve("target/classes"));
        StaticSite.write(classes, "chat.js", "built");
        StaticSite.write(root.resolve("src/main/resources"), "chat.js", "source");
        try (StaticSite site = StaticSite.start(classes)) {
            assertEquals("built", site.get("/chat.js").text());
        }
    }
}
