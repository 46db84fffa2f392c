package io.jetalyst.internal.socket;

import io.jetalyst.contract.HubContract;
import io.jetalyst.socket.Hub;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

/** The contract holds for hubs that answer later, too: it asks for nothing that only the hub in memory could do. */
class LateHubTest extends HubContract {
    private final ExecutorService serial = Executors.newSingleThreadExecutor();
    private final LateHub hub = new LateHub(serial);

    @Override
    protected Hub start() {
        return hub;
    }

    @AfterEach
    void stop() {
        serial.shutdownNow();
    }
}
