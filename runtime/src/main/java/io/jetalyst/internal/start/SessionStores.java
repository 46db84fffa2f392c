package io.jetalyst.internal.start;

import io.jetalyst.codec.Codecs;
import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.internal.config.SessionSettings;
import io.jetalyst.internal.httpsession.Sessions;
import io.jetalyst.session.SessionStoreFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Opens the one store of sessions. */
final class SessionStores {
    private SessionStores() {}

    /**
     * Opens the store of the extension; without one, an application that uses no session starts all the same.
     *
     * @throws StartupException if there are several, or the store cannot be used
     */
    static Sessions open(Settings settings, Map<Class<?>, Object> bound, Codecs codecs) {
        SessionSettings session = SessionSettings.of(settings, type -> Optional.ofNullable(bound.get(type)));
        List<SessionStoreFactory> factories = ServiceLoader.load(SessionStoreFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (factories.size() > 1) {
            throw new StartupException("There are several stores of sessions: "
                    + factories.stream()
                            .map(factory -> factory.getClass().getName())
                            .collect(Collectors.joining(", "))
                    + ". Keep one as a dependency.");
        }
        return factories.isEmpty()
                ? Sessions.NONE
                : new Sessions(
                        factories.get(0),
                        session.cookie(),
                        session.isPersistent(),
                        session.maxNewPerAddress(),
                        session.options(),
                        codecs);
    }
}
