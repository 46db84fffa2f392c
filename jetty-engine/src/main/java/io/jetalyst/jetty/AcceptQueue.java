package io.jetalyst.jetty;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * The connections that the operating system has opened for the clients, and the server has not accepted yet. A thread waits for them with a
 * selector, because a thread that waits in {@code accept} keeps others from accepting without waiting.
 */
final class AcceptQueue implements Closeable {
    private final ServerSocketChannel channel;
    private final Selector selector;

    AcceptQueue(ServerSocketChannel channel) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        this.selector = Selector.open();
        channel.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Waits until there is a connection, or {@link #wakeUp} or {@link #close} is called. */
    void await() throws IOException {
        try {
            selector.select();
            selector.selectedKeys().clear();
        } catch (ClosedSelectorException stopping) {
            // nobody waits any more
        }
    }

    /** @return null if there is no connection */
    @Nullable
    SocketChannel poll() throws IOException {
        return channel.accept();
    }

    /** Lets the thread that waits, or waits next, return. */
    void wakeUp() {
        selector.wakeup();
    }

    /** Ends all waiting. {@link #poll} returns connections until the channel is closed. */
    @Override
    public void close() throws IOException {
        selector.close();
    }
}
