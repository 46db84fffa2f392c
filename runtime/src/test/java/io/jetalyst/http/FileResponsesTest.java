package io.jetalyst.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileResponsesTest {
    @TempDir
    Path temporary;

    private Path directory;

    @BeforeEach
    void create() throws IOException {
        directory = Files.createDirectories(temporary.resolve("public"));
        Files.createDirectories(directory.resolve("img"));
        Files.writeString(directory.resolve("img/a.svg"), "<svg/>");
        Files.writeString(directory.resolve(".env"), "secret");
        Files.writeString(temporary.resolve("secret"), "secret");
    }

    @Test
    void describesTheFile() throws IOException {
        Path file = Files.writeString(directory.resolve("a.CSS"), "a{}");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-01T12:00:00Z")));

        Response response = Response.file(file);

        assertEquals("text/css;charset=utf-8", response.header("Content-Type").orElseThrow());
        assertEquals(
                "Sun, 01 Mar 2026 12:00:00 GMT",
                response.header("Last-Modified").orElseThrow());
        assertEquals("\"1898b5d9b3d68000-3\"", response.header("ETag").orElseThrow());
        assertEquals("bytes", response.header("Accept-Ranges").orElseThrow());
        assertEquals(3, response.body().length());
    }

    @Test
    void sendsNoTimeOfChangeInTheFuture() throws IOException {
        Path file = Files.createFile(directory.resolve("future"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(10_000)));

        String modified = Response.file(file).header("Last-Modified").orElseThrow();

        assertFalse(HttpDate.parse(modified).orElseThrow().isAfter(Instant.now()), modified);
    }

    @ParameterizedTest
    @ValueSource(strings = {"img", "", "none", "img/a.svg/b", "a\u0000b"})
    void isAbsentWithoutAFile(String name) {
        assertAbsent(() -> Response.file(directory, name));
    }

    @Test
    void isAbsentUnderNameThatIsTooLong() {
        assertAbsent(() -> Response.file(directory, "a".repeat(5_000)));
    }

    @Test
    void refusesDirectory() {
        assertAbsent(() -> Response.file(directory));
    }

    @Test
    void findsFilesBelowTheDirectory() {
        assertEquals(
                "image/svg+xml",
                Response.file(directory, "img/a.svg").header("Content-Type").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "img/../../secret",
                "/etc/passwd",
                "..\\secret",
                "img/..",
                ".",
                "..",
                ".env",
                "img//a.svg",
                "./img/a.svg",
                "img/a.svg/",
                "img/./a.svg",
                "C:secret",
                "img\\a.svg",
                "a\nb"
            })
    void refusesNamesThatLeadOut(String name) {
        assertAbsent(() -> Response.file(directory, name));
        assertAbsent(() -> Response.resource(name, safe -> {
            throw new AssertionError("looked up " + safe);
        }));
    }

    @Test
    void refusesLinksThatLeadOut() throws IOException {
        Files.createSymbolicLink(directory.resolve("link"), temporary.resolve("secret"));
        Files.createSymbolicLink(directory.resolve("folder"), temporary);
        Files.createSymbolicLink(directory.resolve("inside"), directory.resolve("img/a.svg"));

        assertAbsent(() -> Response.file(directory, "link"));
        assertAbsent(() -> Response.file(directory, "folder/secret"));
        assertEquals(6, Response.file(directory, "inside").body().length());
    }

    @Test
    void findsDirectoryThatIsALink() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), directory);

        assertEquals(6, Response.file(link, "img/a.svg").body().length());
    }

    @Test
    void servesResourcesOfJars() throws IOException {
        URL jar = jar("one.jar", "first");
        Response response = Response.resource(new URL(jar, "static/a.txt"));

        assertEquals("text/plain;charset=utf-8", response.header("Content-Type").orElseThrow());
        assertEquals(5, response.body().length());
        assertEquals("first", text(response.body()));
        assertAbsent(() -> Response.resource(new URL(jar, "static/")));
        assertAbsent(() -> Response.resource(new URL(jar, "static")));
    }

    @Test
    void tagsResourcesOfJarsByContent() throws IOException {
        String one = tag(jar("one.jar", "first"));

        assertEquals(one, tag(jar("same.jar", "first")));
        assertNotEquals(one, tag(jar("other.jar", "other")));
    }

    @Test
    void servesResourcesOfDirectoriesAndOfTheJdk() throws IOException {
        Response file = Response.resource(FileResponsesTest.class.getResource("FileResponsesTest.class"));
        Response jdk = Response.resource(Object.class.getResource("Object.class"));

        assertEquals("application/octet-stream", file.header("Content-Type").orElseThrow());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((ResponseBody.Output) jdk.body()).writer().writeTo(out);
        assertEquals(jdk.body().length(), out.size());
        assertAbsent(() -> Response.resource(FileResponsesTest.class.getResource("none")));
    }

    @ParameterizedTest
    @CsvSource({
        "a.html, text/html;charset=utf-8",
        "a.tar.gz, application/gzip",
        "a.mjs, text/javascript;charset=utf-8",
        "a.woff2, font/woff2",
        "a, application/octet-stream",
        "html, text/html;charset=utf-8",
        "a.unknown, application/octet-stream",
        "'', application/octet-stream",
    })
    void knowsMediaTypesByName(String name, String type) {
        assertEquals(type, MediaType.ofFileName(name));
    }

    private String tag(URL jar) throws IOException {
        return Response.resource(new URL(jar, "static/a.txt")).header("ETag").orElseThrow();
    }

    private URL jar(String name, String text) throws IOException {
        Path file = temporary.resolve(name);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry("static/"));
            jar.putNextEntry(new JarEntry("static/a.txt"));
            jar.write(text.getBytes(UTF_8));
        }
        return URI.create("jar:" + file.toUri() + "!/").toURL();
    }

    private static String text(ResponseBody body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((ResponseBody.Output) body).writer().writeTo(out);
        return out.toString(UTF_8);
    }

    private static void assertAbsent(Executable call) {
        assertEquals(404, assertThrows(HttpProblem.class, call).status().code());
    }
}
