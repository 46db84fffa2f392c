package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.jetalyst.contract.engine.Answer;
import io.jetalyst.internal.compression.Gzip;
import java.io.ByteArrayInputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codings of files of the class path, as a client of the real server sees them. */
@Timeout(60)
class StaticCodingServerTest {
    /** The text "plain". */
    private static final byte[] GZIP = Gzip.compress("plain".getBytes(UTF_8));

    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | - | plain",
                "gzip, deflate, br, zstd | br | brotli",
                "gzip | gzip | gzip",
                "x-gzip | gzip | gzip",
                "br;q=0.5, gzip | gzip | gzip",
                "br;q=0, * | gzip | gzip",
                "* | br | brotli",
                "gzip;q=0 | - | plain",
                "identity, gzip;q=0.5 | - | plain",
                "identity;q=0.5, gzip;q=0.4 | - | plain",
                "deflate | - | plain",
                "*;q=0, identity | - | plain",
                "GZIP;Q=1.0 | gzip | gzip",
                "gzip;q=nonsense | - | plain",
                "identity;q=0, br | br | brotli",
            })
    void sendsNeighbourInTheCodingThatTheClientPrefers(String accepted, String coding, String content)
            throws Exception {
        StaticSite.write(root, "a.css", "plain");
        StaticSite.write(root, "a.css.br", "brotli");
        StaticSite.write(root, "a.css.gz", GZIP);
        try (StaticSite site = StaticSite.start(root)) {
            String[] fields = accepted == null ? new String[0] : new String[] {"Accept-Encoding", accepted};
            Answer answer = site.get("/a.css", fields);

            byte[] expected = content.equals("gzip") ? GZIP : content.getBytes(UTF_8);
            assertArrayEquals(expected, answer.body());
            assertEquals("text/css;charset=utf-8", answer.header("content-type"));
            assertEquals(coding == null ? "" : coding, answer.header("content-encoding"));
            assertEquals("Accept-Encoding", answer.header("vary"));
        }
    }

    @Test
    void compressesFilesWithoutNeighbours() throws Exception {
        String style = "p { color: black }\n".repeat(100);
        StaticSite.write(root, "a.css", style);
        StaticSite.write(root, "small.css", style.substring(0, 1000));
        StaticSite.write(root, "a.png", style);
        try (StaticSite site = StaticSite.start(root)) {
            Answer zipped = site.get("/a.css", "Accept-Encoding", "gzip");

            assertEquals("gzip", zipped.header("content-encoding"));
            assertEquals("" + zipped.body().length, zipped.header("content-length"));
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
                assertEquals(style, new String(in.readAllBytes(), UTF_8));
            }
            assertEquals(style, site.get("/a.css").text());
            assertEquals("Accept-Encoding", site.get("/a.css").header("vary"));
            for (String path : List.of("/small.css", "/a.png")) {
                Answer plain = site.get(path, "Accept-Encoding", "gzip");
                assertEquals("", plain.header("content-encoding"), path);
                assertEquals("", plain.header("vary"), path);
            }
        }
    }

    @Test
    void sendsNoGzipOfAnotherContent() throws Exception {
        String style = "p { color: black }\n".repeat(100);
        StaticSite.write(root, "a.css", style);
        StaticSite.write(root, "a.css.gz", GZIP);
        StaticSite.write(root, "b.css", "short");
        StaticSite.write(root, "b.css.gz", "no gzip");
        try (StaticSite site = StaticSite.start(root)) {
            Answer zipped = site.get("/a.css", "Accept-Encoding", "gzip");
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
                assertEquals(style, new String(in.readAllBytes(), UTF_8));
            }
            assertEquals("short", site.get("/b.css", "Accept-Encoding", "gzip").text());
            assertEquals("no gzip", site.get("/b.css.gz").text());
        }
    }

    @ParameterizedTest
    @CsvSource({"production, 120, plain", "production, 30, brotli", "dev, 1, plain", "dev, 0, brotli"})
    void sendsNoBrotliThatIsOlderThanTheFile(String mode, int seconds, String content) throws Exception {
        Path file = StaticSite.write(root, "a.css", "plain");
        Path coded = StaticSite.write(root, "a.css.br", "brotli");
        FileTime now = FileTime.from(Instant.parse("2026-11-28T12:00:00Z"));
        Files.setLastModifiedTime(file, now);
        Files.setLastModifiedTime(coded, FileTime.from(now.toInstant().minusSeconds(seconds)));
        try (StaticSite site = StaticSite.start(builder -> builder, root, "--mode=" + mode)) {
            assertEquals(content, site.get("/a.css", "Accept-Encoding", "br").text());
        }
    }

    /** A content that is too long to be decoded when the application starts. */
    @ParameterizedTest
    @CsvSource({"0, gzip", "30, gzip", "120, ''"})
    void sendsGzipOfVeryLongFileThatIsNotOlder(int seconds, String coding) throws Exception {
        int length = 64 * 1024 * 1024 + 1;
        Path file = StaticSite.write(root, "a.data", "");
        try (RandomAccessFile zeros = new RandomAccessFile(file.toFile(), "rw")) {
            zeros.setLength(length);
        }
        Path coded = StaticSite.write(root, "a.data.gz", Gzip.compress(new byte[length]));
        FileTime now = FileTime.from(Instant.parse("2026-11-28T12:00:00Z"));
        Files.setLastModifiedTime(file, now);
        Files.setLastModifiedTime(coded, FileTime.from(now.toInstant().minusSeconds(seconds)));
        try (StaticSite site = StaticSite.start(root)) {
            Answer answer = site.send("HEAD", "/a.data", "Accept-Encoding", "gzip");
            assertEquals(coding, answer.header("content-encoding"));
        }
    }

    @Test
    void sendsNoShortGzipOfVeryLongFile() throws Exception {
        Path file = StaticSite.write(root, "a.data", "");
        try (RandomAccessFile zeros = new RandomAccessFile(file.toFile(), "rw")) {
            zeros.setLength(64 * 1024 * 1024 + 1);
        }
        StaticSite.write(root, "a.data.gz", GZIP);
        try (StaticSite site = StaticSite.start(root)) {
            Answer answer = site.send("HEAD", "/a.data", "Accept-Encoding", "gzip");
            assertEquals("", answer.header("content-encoding"));
        }
    }

    /** The file is read when it is sent, and its coding may be in memory or not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sendsNoCodingOfLargeFileThatWasChanged(boolean isCodingInMemory) throws Exception {
        byte[] before = new byte[400_000];
        byte[] after = new byte[400_000];
        if (!isCodingInMemory) {
            new Random(1).nextBytes(before);
            new Random(2).nextBytes(after);
        }
        after[0] = 'x';
        Path file = StaticSite.write(root, "a.data", before);
        Path coded = StaticSite.write(root, "a.data.gz", Gzip.compress(before));
        String[] fields = {"Accept-Encoding", "gzip"};
        try (StaticSite site = StaticSite.start(root)) {
            assertArrayEquals(Gzip.compress(before), site.get("/a.data", fields).body());
            Files.write(file, after);
            FileTime changed = FileTime.from(Instant.now().plusSeconds(10));
            Files.setLastModifiedTime(file, changed);
            Answer answer = site.get("/a.data", fields);
            assertEquals("", answer.header("content-encoding"));
            assertArrayEquals(after, answer.body());
            if (!isCodingInMemory) {
                Files.write(coded, Gzip.compress(after));
                Files.setLastModifiedTime(coded, changed);
                assertArrayEquals(
                        Gzip.compress(after), site.get("/a.data", fields).body());
                Files.delete(coded);
                assertArrayEquals(after, site.get("/a.data", fields).body());
            }
        }
    }

    /** Only one of the two is new, so nothing says that they have the same content. */
    @Test
    void sendsNoLargeCodingThatWasChangedAlone() throws Exception {
        byte[] content = new byte[400_000];
        new Random(1).nextBytes(content);
        StaticSite.write(root, "a.data", content);
        Path coded = StaticSite.write(root, "a.data.gz", Gzip.compress(content));
        try (StaticSite site = StaticSite.start(root)) {
            Files.write(coded, Gzip.compress(new byte[500_000]));
            assertArrayEquals(
                    content, site.get("/a.data", "Accept-Encoding", "gzip").body());
        }
    }

    @Test
    void sendsRangesOfTheCodingWhoseTagTheClientHas() throws Exception {
        StaticSite.write(root, "a.css", "plain");
        StaticSite.write(root, "a.css.gz", GZIP);
        try (StaticSite http1 = StaticSite.start(root);
                StaticSite http2 = StaticSite.http2(builder -> builder, root)) {
            for (StaticSite site : List.of(http1, http2)) {
                String plain = site.get("/a.css").header("etag");
                Answer whole = site.get("/a.css", "accept-encoding", "gzip");
                String[] other = {"accept-encoding", "gzip", "range", "bytes=0-2", "if-range", plain};
                assertEquals(200, site.get("/a.css", other).status());
                assertArrayEquals(GZIP, site.get("/a.css", other).body());

                Answer head = site.send("HEAD", "/a.css", "accept-encoding", "gzip", "range", "bytes=0-2");
                assertEquals(200, head.status());
                assertEquals(0, head.body().length);
                for (String name : List.of("content-length", "content-encoding", "etag", "vary", "content-type")) {
                    assertEquals(whole.header(name), head.header(name), name);
                }
            }
        }
    }

    @Test
    void treatsEachCodingAsAVersion() throws Exception {
        StaticSite.write(root, "a.css", "plain");
        StaticSite.write(root, "a.css.gz", GZIP);
        try (StaticSite site = StaticSite.start(root)) {
            String plain = site.get("/a.css").header("etag");
            String zipped = site.get("/a.css", "Accept-Encoding", "gzip").header("etag");

            assertNotEquals(plain, zipped);
            assertEquals(
                    200,
                    site.get("/a.css", "Accept-Encoding", "gzip", "If-None-Match", plain)
                            .status());
            Answer again = site.get("/a.css", "Accept-Encoding", "gzip", "If-None-Match", zipped);
            assertEquals(304, again.status());
            assertEquals("Accept-Encoding", again.header("vary"));
            Answer part = site.get("/a.css", "Accept-Encoding", "gzip", "Range", "bytes=0-2", "If-Range", zipped);
            assertArrayEquals(Arrays.copyOf(GZIP, 3), part.body());
            assertEquals("gzip", part.header("content-encoding"));
            assertEquals(
                    406, site.get("/a.css", "Accept-Encoding", "identity;q=0").status());
        }
    }
}
