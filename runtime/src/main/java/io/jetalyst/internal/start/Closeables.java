package io.jetalyst.internal.start;

import io.jetalyst.socket.Hub;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bound instances that hold resources, and the hub. The application closes each once, the instance that was bound last first, and the
 * hub after all others, because they may still publish.
 */
final class Closeables {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.start");

    private final List<AutoCloseable> open = new ArrayList<>();

    /** @param instances in the order in which they were bound */
    Closeables(Collection<Object> instances) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object instance : instances) {
            if (instance instanceof Hub hub && seen.add(instance)) {
                addHub(hub);
            } else if (instance instanceof AutoCloseable closeable && seen.add(instance)) {
                open.add(closeable);
            }
        }
    }

    /** Adds a hub, which is closed last. */
    synchronized void addHub(Hub hub) {
        open.add(0, hub);
    }

    /** Adds what is closed after all that was added before. */
    synchronized void addFirst(AutoCloseable closeable) {
        open.add(0, closeable);
    }

    /** Adds what is closed before all others. */
    synchronized void addLast(AutoCloseable closeable) {
        open.add(closeable);
    }

    /** Closes all. One that throws is logged and keeps no other open. Does nothing the second time. */
    synchronized void close() {
        while (!open.isEmpty()) {
            AutoCloseable last = open.remove(open.size() - 1);
            try {
                last.close();
            } catch (Exception | Error e) {
                LOG.warn("{} could not be closed", last.getClass().getName(), e);
            }
        }
    }
}
