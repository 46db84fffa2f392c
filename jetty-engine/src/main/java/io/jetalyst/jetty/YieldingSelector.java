package io.jetalyst.jetty;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.util.thread.strategy.AdaptiveExecutionStrategy;

/** A selector on a virtual thread. Under load it always finds something, so it never parks, and others that share its carrier would not run. */
final class YieldingSelector extends ManagedSelector {
    private static final long TURN_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final SelectorExecutor.NextThread next;
    private long yieldedAt = System.nanoTime();

    YieldingSelector(SelectorManager manager, SelectorExecutor executor, int id) {
        super(manager, id);
        next = executor.next(Objects.requireNonNull(getBean(AdaptiveExecutionStrategy.class)));
    }

    /** The thread that selects if the one that does so now blocks. */
    SelectorExecutor.NextThread next() {
        return next;
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
