package io.jetalyst.internal.observe;

import io.jetalyst.config.Settings;
import io.jetalyst.observe.ClosedSocket;
import io.jetalyst.observe.CompletedRequest;
import io.jetalyst.observe.MetricsPage;
import io.jetalyst.observe.Observer;
import io.jetalyst.observe.Statistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All observers of an application. An exception of one of them is logged, and reaches neither the others nor the application. */
public final class Observers implements AutoCloseable {
    /** Nothing observes the application. */
    public static final Observers NONE = new Observers(List.of());

    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.observe");

    private final List<Observer> observers;

    public Observers(List<Observer> observers) {
        this.observers = List.copyOf(observers);
    }

    public boolean isEmpty() {
        return observers.isEmpty();
    }

    /** Begins with all of them, and returns the instances that controllers can ask for. The first one that has a type decides. */
    public Map<Class<?>, Object> begin(Settings settings, Map<Class<?>, Object> bound) {
        Map<Class<?>, Object> instances = new HashMap<>();
        observers.forEach(observer -> observer.begin(settings, bound).forEach(instances::putIfAbsent));
        return instances;
    }

    /** The page of the first one that has one. */
    public Optional<MetricsPage> metricsPage() {
        return observers.stream()
                .flatMap(observer -> observer.metricsPage().stream())
                .findFirst();
    }

    public void started(Statistics statistics) {
        notifyAll(observer -> observer.started(statistics));
    }

    public void completed(CompletedRequest request) {
        notifyAll(observer -> observer.completed(request));
    }

    public void closed(ClosedSocket socket) {
        notifyAll(observer -> observer.closed(socket));
    }

    @Override
    public void close() {
        for (int i = observers.size() - 1; i >= 0; i--) {
            call(observers.get(i), Observer::close);
        }
    }

    private void notifyAll(Consumer<Observer> event) {
        observers.forEach(observer -> call(observer, event));
    }

    private static void call(Observer observer, Consumer<Observer> event) {
        try {
            event.accept(observer);
        } catch (RuntimeException | Error failure) {
            LOG.error("The observer {} failed", observer.getClass().getName(), failure);
        }
    }
}
