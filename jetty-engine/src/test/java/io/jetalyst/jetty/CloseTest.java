package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.RawSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Close frames of clients, good and bad (RFC 6455 §5.5.1, §7.4). */
class CloseTest {
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.sockets(handshake -> handshake.onText((session, text) -> {
            String[] words = text.split(" ", 2);
            session.close(Integer.parseInt(words[0]), words[1]);
        }));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Every code of every range that means something, and one of each 61 beyond, which are all reserved alike (§7.4.2). */
    @Test
    void aCodeIsEchoedIfItMayBeSentAndMetWith1002IfNot() throws Exception {
        int workers = 4;
        ExecutorService executor = Executors.newFixedThreadPool(workers);
        try {
            List<Future<List<String>>> slices = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                int first = worker;
                slices.add(executor.submit((Callable<List<String>>) () -> wrongAnswers(first, workers)));
            }
            for (Future<List<String>> slice : slices) {
                assertEquals(List.of(), slice.get(2, TimeUnit.MINUTES));
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<String> wrongAnswers(int first, int step) throws Exception {
        List<String> wrong = new ArrayList<>();
        int[] codes = codes();
        for (int i = first; i < codes.length; i += step) {
            int code = codes[i];
            RawSocket raw = RawSocket.open(server.port(), "/any");
            raw.closeFrame(code);
            int answer = raw.read().code();
            raw.reset();
            if (answer != (maySend(code) ? code : 1002)) {
                wrong.add(code + " was answered with " + answer);
            }
        }
        return wrong;
    }

    private static int[] codes() {
        return IntStream.rangeClosed(0, 65535)
                .filter(code -> code <= 5100 || code % 61 == 0 || code == 65535)
                .toArray();
    }

    private static boolean maySend(int code) {
        return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
    }

    @Test
    void aCloseWithoutCodeIsAnsweredWithoutCode() throws Exception {
        try (RawSocket raw = RawSocket.open(server.port(), "/any")) {
            raw.frame(RawSocket.FIN | RawSocket.CLOSE);
            assertEquals(0, raw.read().payload().length);
            raw.awaitEnd();
        }
    }

    @Test
    void aCloseOfOneByteIs1002() throws Exception {
        try (RawSocket raw = RawSocket.open(server.port(), "/any")) {
            raw.frame(RawSocket.FIN | RawSocket.CLOSE, (byte) 3);
            assertEquals(1002, raw.read().code());
            raw.awaitEnd();
        }
    }

    @Test
    void aReasonThatIsNotUtf8Is1007() throws Exception {
        try (RawSocket raw = RawSocket.open(server.port(), "/any")) {
            raw.closeFrame(1000, (byte) 0xc3);
            assertEquals(1007, raw.read().code());
            raw.awaitEnd();
        }
    }

    @Test
    void theServersCloseCarriesCodeAndReasonAndEndsWithTheAnswer() throws Exception {
        try (RawSocket raw = RawSocket.open(server.port(), "/any")) {
            raw.text("4001 signed out");
            RawSocket.Frame close = raw.read();
            assertEquals(4001, close.code());
            assertEquals("signed out", close.reason());
            raw.closeFrame(4001);
            raw.awaitEnd();
        }
    }

    @Test
    void aReasonIsCutAt123BytesBetweenCharacters() throws Exception {
        try (RawSocket raw = RawSocket.open(server.port(), "/any")) {
            raw.text("1000 " + "☃".repeat(42));
            assertEquals("☃".repeat(41), raw.read().reason());
        }
        try (RawSocket raw = RawSocket.open(server.port(), "/any")) {
            raw.text("1000 x" + "😀".repeat(31));
            assertEquals("x" + "😀".repeat(30), raw.read().reason());
        }
    }

    @Test
    void aReservedCodeIsNeverSent() throws Exception {
        for (String code : List.of("1004", "1005", "1006", "1015", "999", "2000", "5000", "0", "1002")) {
            try (RawSocket raw = RawSocket.open(server.port(), "/any")) {
                raw.text(code + " never");
                RawSocket.Frame close = raw.read();
                assertEquals(1011, close.code()); // the listener threw
                assertTrue(!close.reason().contains(code), close.reason());
            }
        }
    }
}
