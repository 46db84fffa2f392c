package io.jetalyst.internal.start;

import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.internal.socket.Sockets;
import io.jetalyst.observe.ClosedSocket.Traffic;
import io.jetalyst.observe.Statistics;

/**
 * Reads the state of the engine and of the sockets.
 *
 * @param maxBlockingTasks as of the options of the engine
 */
record ServerStatistics(RunningEngine engine, Sockets all, Rejections rejections, int maxBlockingTasks)
        implements Statistics {
    @Override
    public int connections() {
        return engine.connections();
    }

    @Override
    public int requests() {
        return engine.requests();
    }

    @Override
    public int blockingTasks() {
        return engine.blockingTasks();
    }

    @Override
    public int sockets() {
        return all.open();
    }

    @Override
    public long queuedBytes() {
        return all.sessions().queuedBytes();
    }

    @Override
    public Traffic traffic() {
        return all.sessions().traffic();
    }

    @Override
    public int topics() {
        return all.topics().size();
    }

    @Override
    public int subscriptions() {
        return all.topics().subscriptions();
    }
}
