package io.jetalyst.internal.pipeline;

import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.engine.SocketWire;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Passes each call of the engine on to the receiver of a non-blocking endpoint, and lets a {@link BlockingWatch} check its time. */
final class WatchedReceiver implements SocketReceiver {
    private final SocketReceiver receiver;
    private final BlockingWatch watch;
    private final String handler;

    /** @param handler the name of the endpoint's method */
    WatchedReceiver(SocketReceiver receiver, BlockingWatch watch, String handler) {
        this.receiver = receiver;
        this.watch = watch;
        this.handler = handler;
    }

    @Override
    public void opened(SocketWire wire) {
        BlockingWatch.Turn turn = watch.begin(handler);
        try {
            receiver.opened(wire);
        } finally {
            turn.end();
        }
    }

    @Override
    public boolean received(ByteBuffer bytes) {
        BlockingWatch.Turn turn = watch.begin(handler);
        try {
            return receiver.received(bytes);
        } finally {
            turn.end();
        }
    }

    @Override
    public void peek(ByteBuffer bytes) {
        receiver.peek(bytes);
    }

    @Override
    public void closed(@Nullable Throwable failure) {
        BlockingWatch.Turn turn = watch.begin(handler);
        try {
            receiver.closed(failure);
        } finally {
            turn.end();
        }
    }
}
