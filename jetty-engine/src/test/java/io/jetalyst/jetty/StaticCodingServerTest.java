package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.jetalyst.contract.engine.Answer;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codings of files of the class path, as a client of the real server sees them. */
@Timeout(60)
class StaticCodingServerTest {
    private static final String SCRIPT = "import './text.js';";

    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | - | plain",
                "gzip, deflate, br, zstd | br | brotli",
                "gzip | gzip | zipped",
                "x-gzip | gzip | zipped",
                "br;q=0.5, gzip | gzip | zipped",
                "br;q=0, * | gzip | zipped",
                "* | br | brotli",
                "gzip;q=0 | - | plain",
                "identity, gzip;q=0.5 | - | plain",
                "identity;q=0.5, gzip;q=0.4 | - | plain",
                "deflate | - | plain",
                "*;q=0, identity | - | plain",
                "GZIP;Q=1.0 | gzip | zipped",
                "gzip;q=nonsense | - | plain",
                "identity;q=0, br | br | brotli",
            })
    void sendsNeighbourInTheCodingThatTheClientPrefers(String accepted, String coding, String content)
            throws Exception {
        StaticSite.write(root, "a.css", "plain");
        StaticSite.write(root, "a.css.br", "brotli");
        StaticSite.write(root, "a.css.gz", "zipped");
        try (StaticSite site = StaticSite.start(root)) {
            String[] fields = accepted == null ? new String[0] : new String[] {"Accept-Encoding", accepted};
            Answer answer = site.get("/a.css", fields);

            assertEquals(content, answer.text());
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
    void treatsEachCodingAsAVersion() throws Exception {
        StaticSite.write(root, "a.css", "plain");
        StaticSite.write(root, "a.css.gz", "zipped");
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
            assertEquals("zip", part.text());
            assertEquals("gzip", part.header("content-encoding"));
            assertEquals(
                    406, site.get("/a.css", "Accept-Encoding", "identity;q=0").status());
        }
    }
}
