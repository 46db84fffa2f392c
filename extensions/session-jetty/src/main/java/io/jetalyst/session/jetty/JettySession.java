package io.jetalyst.session.jetty;

import io.jetalyst.session.StoredSession;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.session.ManagedSession;
import org.eclipse.jetty.util.thread.AutoLock;
import org.jspecify.annotations.Nullable;

/** One session of Jetty, which a caller has entered. Its values are texts. */
final class JettySession implements StoredSession {
    private final JettySessionStore store;
    private final ManagedSession session;
    /** The id by which the caller knows the session. Guarded by the lock of the session. */
    private String knownId;

    JettySession(JettySessionStore store, ManagedSession session, String knownId) {
        this.store = store;
        this.session = session;
        this.knownId = knownId;
    }

    @Override
    public String id() {
        return session.getId();
    }

    @Override
    public boolean isValid() {
        return session.isValid();
    }

    @Override
    public boolean isRenewed() {
        return locked(() -> !session.getId().equals(knownId));
    }

    @Override
    public Optional<String> get(String name) {
        return locked(() -> isOpen() ? Optional.ofNullable((String) session.getAttribute(name)) : Optional.empty());
    }

    @Override
    public boolean put(String name, String text) {
        return locked(() -> isOpen() && sizeWith(name, text) <= store.maxSize() && write(name, text));
    }

    @Override
    public void remove(String name) {
        locked(() -> isOpen() && session.getAttribute(name) != null && write(name, null));
    }

    /** Whether the caller may read and write the session. The caller of this method has the lock. */
    private boolean isOpen() {
        return session.isValid() && session.getId().equals(knownId);
    }

    /** Calls a function while no other thread changes the session. */
    private <R> R locked(Supplier<R> function) {
        AutoLock lock = session.lock();
        try {
            return function.get();
        } finally {
            lock.close();
        }
    }

    /** Changes a value in memory and in the store, or nowhere. Returns whether it is stored: not if the session has ended. */
    private boolean write(String name, @Nullable String text) {
        Object before = session.setAttribute(name, text);
        boolean isWritten = false;
        try {
            isWritten = store.write(session);
        } finally {
            if (!isWritten && session.isValid()) {
                session.setAttribute(name, before);
                store.forget(session, name);
            }
        }
        return isWritten;
    }

    private long sizeWith(String name, String text) {
        long size = name.length() + text.length();
        for (String other : session.getAttributeNameSet()) {
            size += other.equals(name) ? 0 : other.length() + ((String) session.getAttribute(other)).length();
        }
        return size;
    }

    @Override
    public Optional<String> renewId() {
        return locked(() -> {
            if (!isOpen() || !store.renew(session)) {
                return Optional.empty();
            }
            knownId = session.getId();
            return Optional.of(knownId);
        });
    }

    @Override
    public void invalidate() {
        store.end(session);
    }

    @Override
    public void leave() {
        store.leave(session);
    }
}
