package io.jetalyst.example.chat;

import io.jetalyst.RunningApp;
import io.jetalyst.testkit.TestApp;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests of a chat with two users. A test can cut the network between Bob and the chat. */
abstract class ChatOfTwo extends TwoBrowsers {
    @RegisterExtension
    static final TestApp APP = TestApp.of(ChatApp::app);

    static RunningApp chat;
    static TcpProxy network;

    @BeforeAll
    static void connect(RunningApp running) throws IOException {
        chat = running;
        network = new TcpProxy(running.port());
    }

    @AfterAll
    static void disconnect() throws IOException {
        if (network != null) {
            network.close();
        }
    }
}
