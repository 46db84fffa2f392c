package io.jetalyst.config;

import java.util.List;
import java.util.Optional;

/**
 * What the operator set, by key. The first of these that has a key wins: an argument {@code --key=value}, a system property, an
 * environment variable ({@code chat.max-rooms} is {@code CHAT_MAX_ROOMS}), {@code application.properties} on the class path.
 *
 * <p>Keys that begin with {@code server.} or {@code socket.} are the framework's; all others are the application's own. Any controller may take the
 * settings in its constructor.
 */
public final class Settings {
    private final List<SettingSource> sources;

    /** @param sources the strongest first */
    public Settings(List<? extends SettingSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** The value of this key, and where it was found. */
    public Optional<Setting> find(String key) {
        return sources.stream().flatMap(source -> source.find(key).stream()).findFirst();
    }

    /** The value of this key. */
    public Optional<String> get(String key) {
        return find(key).map(Setting::value);
    }
}
