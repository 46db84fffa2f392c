package io.jetalyst.jetty;

import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The connections that were accepted when the port closed, and have not sent a request yet. Safe for all threads. */
final class LastConnections {
    private final Set<SocketChannel> silent = new HashSet<>();

    synchronized void add(SocketChannel channel) {
        silent.add(channel);
    }

    /** The connection has sent a request, or has ended. */
    synchronized void remove(SocketChannel channel) {
        if (silent.remove(channel) && silent.isEmpty()) {
            notifyAll();
        }
    }

    /** Waits until all connections are removed, or the time is over. */
    synchronized void await(long nanos) {
        long deadline = System.nanoTime() + nanos;
        try {
            for (long left = nanos; left > 0 && !silent.isEmpty(); left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
