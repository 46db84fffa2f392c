package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files and ranges, as a client of the real server sees them. */
@Timeout(60)
class RangeServerTest extends FilesOnServer {
    @Test
    void sendsWholeFile() throws Exception {
        Reply reply = get("/files/a.txt");

        assertEquals(200, reply.status());
        assertEquals("text/plain;charset=utf-8", reply.field("Content-Type"));
        assertEquals("Sun, 01 Mar 2026 12:00:00 GMT", reply.field("Last-Modified"));
        assertEquals("bytes", reply.field("Accept-Ranges"));
        assertEquals("private, no-cache", reply.field("Cache-Control"));
        assertEquals(tag, reply.field("ETag"));
        assertEquals(new String(CONTENT, ISO_8859_1), reply.body());
    }

    @Test
    void announcesFileToHead() throws Exception {
        Reply reply = send("HEAD", "/files/a.txt", "Range: bytes=0-9");

        assertEquals(200, reply.status());
        assertEquals("100000", reply.field("Content-Length"));
        assertEquals(tag, reply.field("ETag"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/files/a.txt | bytes=0-9 | bytes 0-9/100000",
                "/files/a.txt | bytes=99998- | bytes 99998-99999/100000",
                "/files/a.txt | bytes=-3 | bytes 99997-99999/100000",
                "/files/a.txt | bytes=0-99999 | bytes 0-99999/100000",
                "/memory | bytes=7-11 | bytes 7-11/100000",
                "/written | bytes=7-11 | bytes 7-11/100000",
            })
    void sendsOneRange(String path, String range, String contentRange) throws Exception {
        Reply reply = get(path, "Range: " + range);

        String[] ends = contentRange.split("[ /-]");
        byte[] part = Arrays.copyOfRange(CONTENT, Integer.parseInt(ends[1]), Integer.parseInt(ends[2]) + 1);
        assertEquals(206, reply.status());
        assertEquals(contentRange, reply.field("Content-Range"));
        assertEquals("" + part.length, reply.field("Content-Length"));
        assertEquals(new String(part, ISO_8859_1), reply.body());
    }

    @ParameterizedTest
    @CsvSource({"/files/a.txt", "/memory", "/written"})
    void sendsSeveralRanges(String path) throws Exception {
        Reply reply = get(path, "Range: bytes=-2, 5-7,20003-20004");

        Matcher type = Pattern.compile("multipart/byteranges; boundary=([0-9a-f-]{36})")
                .matcher(reply.field("Content-Type"));
        assertTrue(type.matches(), reply.field("Content-Type"));
        assertEquals(206, reply.status());
        assertEquals("", reply.field("Content-Range"));
        String part = "--" + type.group(1) + "\r\nContent-Type: text/plain;charset=utf-8\r\nContent-Range: bytes ";
        assertEquals(
                part + "99998-99999/100000\r\n\r\n89\r\n" + part + "5-7/100000\r\n\r\n567\r\n" + part
                        + "20003-20004/100000\r\n\r\n34\r\n--" + type.group(1) + "--\r\n",
                reply.body());
    }

    @ParameterizedTest
    @CsvSource({"bytes=100000-", "bytes=-0", "'bytes=100000-100001,200000-'"})
    void refusesRangesBehindTheEnd(String range) throws Exception {
        Reply reply = get("/files/a.txt", "Range: " + range);

        assertEquals(416, reply.status());
        assertEquals("bytes */100000", reply.field("Content-Range"));
        assertEquals("application/problem+json", reply.field("Content-Type"));
        assertEquals("", reply.field("ETag"));
        assertEquals("no-store", reply.field("Cache-Control"));
        assertEquals("1", reply.field("X-Filter"));
        assertTrue(reply.head().contains("\r\nSet-Cookie: a=b"), reply.head());
        assertTrue(reply.head().contains("\r\nVary: Accept, Origin\r\n"), reply.head());
    }

    @ParameterizedTest
    @CsvSource({
        "/files/a.txt, bytes=5-2",
        "/files/a.txt, pages=1-2",
        "/files/a.txt, 'bytes=0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0'",
        "/no-ranges, bytes=0-1",
    })
    void sendsWholeContentWhereItIgnoresTheRange(String path, String range) throws Exception {
        Reply reply = get(path, "Range: " + range);

        assertEquals(200, reply.status());
        assertEquals(CONTENT.length, reply.body().length());
    }

    @Test
    void ignoresRangesInTwoLines() throws Exception {
        assertEquals(
                200, get("/files/a.txt", "Range: bytes=0-1", "Range: bytes=2-3").status());
    }

    @Test
    void sendsEmptyFile() throws Exception {
        Reply reply = get("/files/empty", "Range: bytes=0-");

        assertEquals(200, reply.status());
        assertEquals("0", reply.field("Content-Length"));
    }

    @Test
    void refusesWhatIsNoFile() throws Exception {
        for (String path :
                List.of("/files/", "/files/.", "/files/..%2fa.txt", "/files/%2e%2e/a.txt", "/files/a.txt%00")) {
            int status = get(path).status();
            assertTrue(status == 404 || status == 400, path + ": " + status);
        }
    }

    @Test
    void cutsOrFailsFileThatShrinks() throws Exception {
        Reply cut = get("/shrunk?to=50000");
        Reply failed = get("/shrunk?to=10");

        assertEquals("100000", cut.field("Content-Length"));
        assertTrue(cut.body().length() <= 50_000, "" + cut.body().length());
        assertEquals(500, failed.status());
        assertEquals("application/problem+json", failed.field("Content-Type"));
        assertEquals("", failed.field("ETag"));
    }

    @Test
    void failsForFileThatHasGone() throws Exception {
        Reply reply = get("/gone");

        assertEquals(500, reply.status());
        assertFalse(reply.body().contains(directory.toString()), reply.body());
    }
}
