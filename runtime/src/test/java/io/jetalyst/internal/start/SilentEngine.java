package io.jetalyst.internal.start;

import io.jetalyst.engine.Engine;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.engine.ListenException;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.RunningEngine;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An engine that listens to nothing: a start ends with it, whatever else it needs. Port 1 is always taken. It reports a port that is in use in the language of a
 * German system. On port 2 it starts, and cannot name its listeners.
 */
public final class SilentEngine implements Engine {
    /** Not checked: the developer may run an application. */
    private static final int DEFAULT_PORT = 8080;

    /** The number of engines that were stopped. */
    static final AtomicInteger STOPPED = new AtomicInteger();

    @Override
    public String name() {
        return "silence";
    }

    @Override
    public RunningEngine start(EngineOptions options, ExchangeHandler handler) throws ListenException {
        for (Listener listener : options.listeners()) {
            if (listener.address() instanceof Listener.Tcp tcp && tcp.port() == 1) {
                throw new ListenException(listener, new BindException("Die Adresse wird bereits verwendet"));
            }
            if (listener.address() instanceof Listener.Tcp tcp && tcp.port() != DEFAULT_PORT) {
                check(listener, tcp);
            }
        }
        return new Running(options.listeners());
    }

    private static void check(Listener listener, Listener.Tcp tcp) throws ListenException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(tcp.host(), tcp.port()));
        } catch (IOException taken) {
            throw new ListenException(listener, new BindException("Die Adresse wird bereits verwendet"));
        }
    }

    /** Has no connections and no threads. */
    static class Running implements RunningEngine {
        private final List<Listener> listeners;

        Running(List<Listener> listeners) {
            this.listeners = listeners;
        }

        @Override
        public List<Listener> listeners() {
            if (listeners.get(0).address() instanceof Listener.Tcp tcp && tcp.port() == 2) {
                throw new IllegalStateException("no listeners");
            }
            return listeners;
        }

        @Override
        public void drain() {}

        @Override
        public Duration idle() {
            return Duration.ZERO;
        }

        @Override
        public boolean drainIfIdle() {
            return false;
        }

        @Override
        public int connections() {
            return 0;
        }

        @Override
        public int requests() {
            return 0;
        }

        @Override
        public int blockingTasks() {
            return 0;
        }

        @Override
        public CompletionStage<Void> probe() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void stop(Duration within) {
            STOPPED.incrementAndGet();
        }
    }
}
