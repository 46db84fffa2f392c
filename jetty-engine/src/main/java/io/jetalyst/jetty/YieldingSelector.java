package io.jetalyst.jetty;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;

/** Under load a selector always finds something, so it never parks, and others that share its carrier would not run. */
final class YieldingSelector extends ManagedSelector {
    private static final long TURN_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private long yieldedAt = System.nanoTime();

    YieldingSelector(SelectorManager manager, int id) {
        super(manager, id);
    }

    /** Called by one thread at a time. */
    @Override
    protected int nioSelect(Selector selector, boolean now) throws IOException {
        if (System.nanoTime() - yieldedAt > TURN_NANOS) {
            Thread.yield();
            yieldedAt = System.nanoTime();
        }
        return super.nioSelect(selector, now);
    }
}
