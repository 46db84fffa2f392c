package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads that arrive whole are read eight bytes at a time, others byte by byte; both are judged alike. */
class RequestHeadTest {
    private static final String HOST = "Host: a\r\n\r\n";

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RequestHead whole(String text) {
        RequestHead head = new RequestHead();
        head.begin();
        assertFalse(head.read(bytes(text), 0), "bytes remain behind the head");
        return head;
    }

    /** In pieces of so many bytes, as Jetty reads them: each to the beginning of the buffer. */
    private static RequestHead pieces(String text, int size) {
        RequestHead head = new RequestHead();
        head.begin();
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < all.length; i += size) {
            head.read(ByteBuffer.wrap(all, i, Math.min(size, all.length - i)).slice(), 0);
        }
        return head;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n",
                "GET / HTTP/1.0\r\n",
                "HEAD /a HTTP/1.1\r\n",
                "OPTIONS * HTTP/1.1\r\n",
                "GET /a/long/path/of/many/segments?and=a&query=string HTTP/1.1\r\n",
                "GET /\u00e9 HTTP/1.1\r\n",
                "GET /HTTP/1.1 HTTP/1.1\r\n",
                "\r\nGET / HTTP/1.1\r\n"
            })
    void acceptsRequestLinesInOneAndInManyPieces(String line) {
        boolean isHead = line.startsWith("HEAD ");
        for (RequestHead head :
                new RequestHead[] {whole(line + HOST), pieces(line + HOST, 1), pieces(line + HOST, 7)}) {
            assertTrue(head.isComplete());
            assertTrue(head.isLineValid());
            assertEquals(isHead, head.isMethodHead());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET  / HTTP/1.1\r\n",
                "GET /  HTTP/1.1\r\n",
                "GET / HTTP/1.1 \r\n",
                "GET / http/1.1\r\n",
                "GET / HTTP/1. \r\n",
                "GET /\r\n",
                "GET / a HTTP/1.1\r\n"
            })
    void rejectsOtherSpellingsInOneAndInManyPieces(String line) {
        assertFalse(whole(line + HOST).isLineValid());
        assertFalse(pieces(line + HOST, 1).isLineValid());
        assertFalse(pieces(line + HOST, 7).isLineValid());
    }

    @Test
    void findsTheEndOfTheHeadWhereverItIs() {
        for (int length = 0; length < 40; length++) {
            String head = "GET / HTTP/1.1\r\nHost: " + "a".repeat(length) + "\r\n\r\n";
            assertTrue(whole(head).isComplete());
            RequestHead partial = new RequestHead();
            partial.begin();
            assertFalse(partial.read(bytes(head.substring(0, head.length() - 1)), 0));
            assertFalse(partial.isComplete());
            RequestHead pipelined = new RequestHead();
            pipelined.begin();
            assertTrue(pipelined.read(bytes(head + "G"), 0), "bytes remain behind the head");
        }
    }

    @Test
    void readsAHeadBehindOtherBytes() {
        String text = "0123456789" + "GET / HTTP/1.1\r\n" + HOST;
        RequestHead head = new RequestHead();
        head.begin();
        assertFalse(head.read(bytes(text), 10));
        assertTrue(head.isComplete());
        assertTrue(head.isLineValid());
    }
}
