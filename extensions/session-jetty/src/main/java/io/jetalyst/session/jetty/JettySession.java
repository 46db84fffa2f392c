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

    JettySession(JettySessionStore store, ManagedSession session) {
        this.store = store;
        this.session = session;
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
    public Optional<String> get(String name) {
        return locked(
                () -> session.isValid() ? Optional.ofNullable((String) session.getAttribute(name)) : Optional.empty());
    }

    @Override
    public boolean put(String name, String text) {
        return locked(() -> session.isValid() && sizeWith(name, text) <= store.maxSize() && write(name, text));
    }

    @Override
    public void remove(String name) {
        locked(() -> session.isValid() && session.getAttribute(name) != null && write(name, null));
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
    public String renewId() {
        return store.renew(session);
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
