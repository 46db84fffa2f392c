package io.jetalyst.session.jetty;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.session.DefaultSessionIdManager;
import org.eclipse.jetty.session.HouseKeeper;

/** Jetty's ids of sessions: 126 random bits of a {@code SecureRandom}, and a counter. They do not name the process, which nobody needs to know. */
final class SessionIds extends DefaultSessionIdManager {
    private final HouseKeeper houseKeeper = new HouseKeeper();

    /** @param seconds the time between two searches for expired sessions */
    SessionIds(Server server, long seconds) throws Exception {
        super(server);
        setWorkerName("");
        houseKeeper.setIntervalSec(seconds);
        setSessionHouseKeeper(houseKeeper);
    }

    /** As that of the base class, without a line in the log. */
    @Override
    protected void doStart() throws Exception {
        initRandom();
        houseKeeper.start();
    }

    /** An id that nobody can guess. */
    String next() {
        return newSessionId(System.nanoTime());
    }
}
