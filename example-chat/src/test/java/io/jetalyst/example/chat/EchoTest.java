package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class EchoTest {
    @Test
    void textComesBackAsTextAndBinaryAsBinary() throws Exception {
        try (RunningChat chat = new RunningChat()) {
            ChatClient client = chat.connect("/echo");
            ByteBuffer bytes = ByteBuffer.wrap(new byte[] {0, 1, -1, 127});
            String text = "Grüße 👋".repeat(1000);
            client.send("").send(text).send(bytes.duplicate()).send("last");
            assertEquals("", client.next());
            assertEquals(text, client.next());
            assertEquals(bytes, client.next());
            assertEquals("last", client.next());
            client.close();
            assertEquals(1000, client.closed().code());
        }
    }
}
