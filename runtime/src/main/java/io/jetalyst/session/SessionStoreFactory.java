package io.jetalyst.session;

import io.jetalyst.config.StartupException;

/** Opens the store of an application. The framework finds it with {@link java.util.ServiceLoader}. */
public interface SessionStoreFactory {
    /**
     * Opens the store when the application starts.
     *
     * @param listener is notified of sessions that end
     * @throws StartupException if the store cannot be used, such as a directory without permission to write
     */
    SessionStore open(SessionOptions options, SessionListener listener);
}
