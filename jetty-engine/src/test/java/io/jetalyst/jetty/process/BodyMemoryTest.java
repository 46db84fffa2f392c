package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that many clients send at the same time need more memory than the heap has. */
@Timeout(120)
class BodyMemoryTest {
    private static final int CLIENTS = 100;
    private static final int BODY_BYTES = 1_000_000;

    @TempDir
    private Path folder;

    /**
     * The heap has room for the bodies of few clients only. The others get 503 or, if they send on, the end of their connection, and release the
     * memory of their first halves.
     */
    @ParameterizedTest
    @CsvSource({"/text,text/plain", "/form,application/x-www-form-urlencoded", "/form,multipart/form-data; boundary=x"})
    void rejectsBodiesThatDoNotFitIntoTheHeap(String path, String type) throws Exception {
        try (AppProcess app = AppProcess.start(
                folder, List.of("-Xmx48m", "-XX:+ExitOnOutOfMemoryError"), BodyMemoryMain.class, "--port=0")) {
            int port = app.listening().getPort();
            int answered = answeredOfMany(app, port, path, type);
            assertTrue(answered < CLIENTS / 2, answered + " bodies fit");
            assertTrue(answered > 0, "no body fits");
            try (RawSocket again = begin(port, path, type)) {
                assertEquals("200", finish(again, type), "after the memory is released");
            }
            app.terminate();
            assertEquals(0, app.exitCode(30), app::errors);
        }
    }

    /** Sends half of each body, then the rest. */
    private static int answeredOfMany(AppProcess app, int port, String path, String type) throws IOException {
        List<RawSocket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(begin(port, path, type));
                assertTrue(app.isAlive(), app::errors);
            }
            int answered = 0;
            for (RawSocket client : clients) {
                String status = finish(client, type);
                assertTrue(List.of("200", "503", "").contains(status), status);
                answered += status.equals("200") ? 1 : 0;
            }
            return answered;
        } finally {
            for (RawSocket client : clients) {
                client.close();
            }
        }
    }

    private static RawSocket begin(int port, String path, String type) throws IOException {
        RawSocket raw = new RawSocket(port);
        String first =
                type.startsWith("multipart") ? "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n" : "text=";
        raw.write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
                + BODY_BYTES + "\r\n\r\n" + first + "a".repeat(BODY_BYTES / 2 - first.length()));
        return raw;
    }

    /** Sends the rest of a body, and returns the status of the response; empty if the connection has ended. */
    private static String finish(RawSocket client, String type) {
        String last = type.startsWith("multipart") ? "\r\n--x--\r\n" : "";
        try {
            client.write("a".repeat(BODY_BYTES / 2 - last.length()) + last);
            String head = client.readHead();
            return head.isEmpty() ? "" : head.split(" ")[1];
        } catch (IOException ended) {
            return "";
        }
    }
}
