package io.jetalyst.jetty;

import java.nio.channels.SelectableChannel;
import java.time.Duration;
import org.eclipse.jetty.io.SelectorManager;

/** Counts the open connections of all listeners, each from the moment in which it is accepted. Safe for all threads. */
final class OpenConnections implements SelectorManager.AcceptListener {
    private int open;
    private long changedNanos = System.nanoTime();

    /** The time since the last connection ended; 0 while one is open. */
    synchronized Duration idle() {
        return open > 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - changedNanos);
    }

    synchronized int size() {
        return open;
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        change(1);
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        change(-1);
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        change(-1);
    }

    private synchronized void change(int count) {
        open += count;
        changedNanos = System.nanoTime();
    }
}
