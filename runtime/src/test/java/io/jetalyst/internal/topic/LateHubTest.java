package io.jetalyst.internal.topic;

import io.jetalyst.contract.SharedHubContract;
import io.jetalyst.socket.Hub;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;

/**
 * The contract holds for hubs of several processes that answer later, too: it asks for nothing that only the hub in memory could
 * do.
 */
class LateHubTest extends SharedHubContract {
    /** Ends behind the hubs, which have something to do when they close. */
    @AutoClose("shutdownNow")
    private final ExecutorService serial = Executors.newSingleThreadExecutor();

    private final MemoryHub broker = new MemoryHub();

    @Override
    protected Hub start() {
        return new LateHub(broker, serial);
    }
}
