package io.jetalyst.support;

import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class CausesTest {
    private final Exception reason = new IllegalStateException("on purpose", new RuntimeException("its own cause"));

    @Test
    void unwrapsWhatStagesAndFuturesAdd() {
        assertSame(reason, Causes.unwrap(reason));
        assertSame(reason, Causes.unwrap(new CompletionException(reason)));
        assertSame(reason, Causes.unwrap(new ExecutionException(reason)));
        assertSame(reason, Causes.unwrap(new CompletionException(new ExecutionException(reason))));
    }

    @Test
    void returnsAWrapperWithoutACause() {
        CompletionException empty = new CompletionException("no cause", null);
        assertSame(empty, Causes.unwrap(empty));
    }
}
