package io.jetalyst.session.jetty;

import io.jetalyst.session.SessionListener;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.Session;
import org.eclipse.jetty.session.AbstractSessionManager;
import org.eclipse.jetty.session.ManagedSession;
import org.jspecify.annotations.Nullable;

/** Jetty's manager of sessions, outside of a tree of handlers: no request of Jetty has a session. */
final class Manager extends AbstractSessionManager {
    private final Server server;
    private final SessionListener listener;

    Manager(Server server, SessionListener listener) {
        this.server = server;
        this.listener = listener;
    }

    @Override
    public Server getServer() {
        return server;
    }

    @Override
    public ManagedSession getManagedSession(Request request) {
        throw new UnsupportedOperationException("no request of Jetty has a session");
    }

    @Override
    public Session.@Nullable API newSessionAPIWrapper(ManagedSession session) {
        return null;
    }

    @Override
    public void onSessionDestroyed(Session session) {
        listener.ended(session.getId());
    }
}
