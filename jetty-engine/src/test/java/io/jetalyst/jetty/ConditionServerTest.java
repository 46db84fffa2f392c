package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.http.HttpDate;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions of requests for contents with a version, as a client of the real server sees them. */
@Timeout(60)
class ConditionServerTest extends FilesOnServer {
    @Test
    void sendsRangeOnlyOfTheVersionThatTheClientHas() throws Exception {
        String range = "Range: bytes=0-1";

        assertEquals(206, get("/files/a.txt", range, "If-Range: " + tag).status());
        assertEquals(200, get("/files/a.txt", range, "If-Range: W/" + tag).status());
        assertEquals(200, get("/files/a.txt", range, "If-Range: \"other\"").status());
        assertEquals(
                206,
                get("/files/a.txt", range, "If-Range: " + HttpDate.format(MODIFIED))
                        .status());
        assertEquals(
                200,
                get("/files/a.txt", range, "If-Range: " + HttpDate.format(MODIFIED.plusSeconds(1)))
                        .status());
        assertEquals(200, get("/files/a.txt", range, "If-Range: nonsense").status());
        assertEquals(
                304,
                get("/files/a.txt", range, "If-Range: " + tag, "If-None-Match: " + tag)
                        .status());
    }

    @Test
    void doesNotTrustTimeOfChangeThatIsNow() throws Exception {
        Instant now = Instant.now().plusSeconds(100);
        Files.setLastModifiedTime(file, FileTime.from(now));

        assertEquals(
                200,
                get("/files/a.txt", "Range: bytes=0-1", "If-Range: " + HttpDate.format(now))
                        .status());
    }

    @ParameterizedTest
    @CsvSource({"/files/a.txt", "/tagged"})
    void sendsNoContentThatTheClientHas(String path) throws Exception {
        String current = get(path).field("ETag");
        for (String method : List.of("GET", "HEAD")) {
            Reply reply = send(method, path, "If-None-Match: \"x\", W/" + current);

            assertEquals(304, reply.status());
            assertEquals(current, reply.field("ETag"));
            assertEquals("", reply.field("Content-Type"));
            assertEquals("", reply.field("Content-Length"));
            assertEquals("", reply.field("Last-Modified"));
            assertEquals("1", reply.field("X-Filter"));
            assertEquals("Origin", reply.field("Vary"));
            assertEquals("private, no-cache", reply.field("Cache-Control"));
        }
        assertEquals(200, get(path, "If-None-Match: \"x\"").status());
    }

    @Test
    void comparesTimeOfChange() throws Exception {
        assertEquals(
                304,
                get("/files/a.txt", "If-Modified-Since: " + HttpDate.format(MODIFIED))
                        .status());
        assertEquals(
                200,
                get("/files/a.txt", "If-Modified-Since: " + HttpDate.format(MODIFIED.minusSeconds(1)))
                        .status());
        assertEquals(
                412,
                get("/files/a.txt", "If-Unmodified-Since: " + HttpDate.format(MODIFIED.minusSeconds(1)))
                        .status());
        assertEquals(412, get("/files/a.txt", "If-Match: \"x\"").status());
        assertEquals(
                206, get("/files/a.txt", "If-Match: " + tag, "Range: bytes=0-0").status());
    }

    @Test
    void appliesNoConditionToOtherMethodsAndStatuses() throws Exception {
        assertEquals(
                200,
                send("POST", "/tagged", "If-None-Match: \"v1\"", "Content-Length: 0")
                        .status());
        assertEquals(404, get("/files/none", "If-Match: *").status());
        assertEquals(200, get("/plain", "If-Match: \"x\"").status());
    }
}
