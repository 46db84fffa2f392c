package io.jetalyst.jetty;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.ManagedSelector;

/** A test that the server does not hang. */
final class Probe {
    private final List<CompletableFuture<Void>> answers = new ArrayList<>();

    private Probe() {}

    /** Completes when the timer and all selectors of these connectors have run an empty task. */
    static CompletableFuture<Void> of(List<HttpConnector> connectors) {
        Probe probe = new Probe();
        connectors.forEach(probe::ask);
        return CompletableFuture.allOf(probe.answers.toArray(CompletableFuture[]::new));
    }

    private void ask(HttpConnector connector) {
        for (ManagedSelector selector : connector.getSelectorManager().getBeans(ManagedSelector.class)) {
            CompletableFuture<Void> answer = answer();
            selector.submit(any -> answer.complete(null));
        }
        CompletableFuture<Void> answer = answer();
        connector.getScheduler().schedule(() -> answer.complete(null), 0, TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<Void> answer() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        answers.add(answer);
        return answer;
    }
}
