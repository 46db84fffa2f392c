package io.jetalyst.internal.start;

import io.jetalyst.config.StartupException;
import io.jetalyst.internal.config.SettingsLoader;

/** Starts applications. */
public final class Starter {
    private Starter() {}

    /**
     * Starts an application. Closes the bound instances and the hub if it fails.
     *
     * @throws StartupException if anything is wrong; nothing listens then
     */
    public static Started start(ApplicationParts parts) {
        Closeables closeables = new Closeables(parts.bound().values());
        try {
            return new Startup(SettingsLoader.load(parts.arguments()), parts, closeables).run();
        } catch (RuntimeException | Error e) {
            closeables.close();
            throw e;
        }
    }
}
