package io.jetalyst.internal.httpsession;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.log.CapturedLog;
import io.jetalyst.session.SessionStore;
import io.jetalyst.session.SessionStoreException;
import io.jetalyst.session.StoredSession;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SessionBindingsTest {
    private static final int SESSIONS = 1000;

    /**
     * A store that cannot be reached.
     *
     * @param checked the ids that were looked up
     * @param checks counts them down
     */
    private record FailingStore(Set<String> checked, CountDownLatch checks) implements SessionStore {
        @Override
        public boolean mayBlock() {
            return true;
        }

        @Override
        public Optional<StoredSession> enter(String id) {
            throw failure();
        }

        @Override
        public Optional<StoredSession> create() {
            throw failure();
        }

        @Override
        public boolean contains(String id) {
            if (checked.add(id)) {
                checks.countDown();
            }
            throw failure();
        }

        @Override
        public int endIf(String name, Predicate<String> condition) {
            throw failure();
        }

        @Override
        public void close() {}

        private static SessionStoreException failure() {
            return new SessionStoreException("The store cannot be reached", null);
        }
    }

    /** A session that a request has entered before the store failed. */
    private record EnteredBefore(String id) implements StoredSession {
        @Override
        public boolean isValid() {
            return true;
        }

        @Override
        public Optional<String> get(String name) {
            return Optional.empty();
        }

        @Override
        public boolean put(String name, String text) {
            return false;
        }

        @Override
        public void remove(String name) {}

        @Override
        public Optional<String> renewId() {
            return Optional.of(id);
        }

        @Override
        public boolean isRenewed() {
            return false;
        }

        @Override
        public void invalidate() {}

        @Override
        public void leave() {}
    }

    @Test
    void checksEachSessionOfAFailingStoreAndWritesFewLines() throws Exception {
        CountDownLatch checks = new CountDownLatch(SESSIONS);
        SessionBindings bindings = new SessionBindings();
        try (CapturedLog log = new CapturedLog();
                SessionWork work = new SessionWork()) {
            bindings.watch(new FailingStore(ConcurrentHashMap.newKeySet(), checks), work, Duration.ofMillis(40));
            for (int i = 0; i < SESSIONS; i++) {
                String id = "session-" + i;
                bindings.bind(new BoundResponse(() -> {}), new EnteredBefore(id), id);
            }
            assertTrue(checks.await(30, TimeUnit.SECONDS));

            long lines = log.await("checked")
                    .lines()
                    .filter(line -> line.contains("checked"))
                    .count();

            assertTrue(lines > 0 && lines < SESSIONS / 10, lines + " lines");
        }
    }
}
