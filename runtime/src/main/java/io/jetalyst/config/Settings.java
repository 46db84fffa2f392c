package io.jetalyst.config;

import java.time.DateTimeException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of the operator, by key. The first of these sources that has the key decides: an argument {@code --key=value}, a system property, an
 * environment variable ({@code chat.max-rooms} is {@code CHAT_MAX_ROOMS}), {@code application.properties} on the class path.
 *
 * <p>Keys that begin with {@code server.}, {@code socket.}, {@code session.}, {@code json.} or {@code security.} are the framework's; all others are the application's own. Any controller may take the
 * settings in its constructor; {@code App.settings} reads them before there is an application.
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

    /**
     * The settings that have one of these keys in the first source that has any of them. So a source overrides a setting of a weaker source
     * that excludes its own.
     */
    public List<Setting> findAny(List<String> keys) {
        return sources.stream()
                .map(source ->
                        keys.stream().flatMap(key -> source.find(key).stream()).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The value of this key. */
    public Optional<String> get(String key) {
        return find(key).map(Setting::value);
    }

    /**
     * Rejects misspelled keys. The owner of a prefix calls this method once, while the application starts. Environment variables are not checked,
     * because they may be meant for other programs.
     *
     * <pre>{@code
     * settings.requireKnown("chat.", List.of("chat.seats", "chat.max-rooms"));
     * }</pre>
     *
     * @param prefix the beginning of the keys, with a dot at its end
     * @param known all keys with that prefix
     * @throws StartupException if there is another key with that prefix; the message names its source, and the nearest key
     */
    public void requireKnown(String prefix, Collection<String> known) {
        sources.stream()
                .flatMap(source -> source.keys().stream())
                .filter(key -> key.startsWith(prefix) && !known.contains(key))
                .min(Comparator.naturalOrder())
                .ifPresent(key -> {
                    throw unknown(key, prefix, known);
                });
    }

    private StartupException unknown(String key, String prefix, Collection<String> known) {
        String origin = find(key).map(Setting::source).orElse(key);
        List<String> names =
                known.stream().map(name -> name.substring(prefix.length())).toList();
        String hint = NearMatch.of(key.substring(prefix.length()), names)
                .map(near -> "Did you mean " + prefix + near + "?")
                .orElse("There are: " + String.join(", ", known) + ".");
        return new StartupException("There is no setting " + key + " (" + origin + "). " + hint);
    }

    /**
     * The value of this key, converted.
     *
     * <pre>{@code
     * int seats = settings.get("chat.seats", "a whole number", Integer::valueOf).orElse(500);
     * }</pre>
     *
     * @param kind describes the values that are valid, for the message of the exception: {@code a whole number}
     * @param conversion throws an {@link IllegalArgumentException}, {@link ArithmeticException} or {@link DateTimeException} for any other value
     * @throws StartupException if the value is not valid; the message names the key, the value, its source and the valid values
     */
    public <T> Optional<T> get(String key, String kind, Function<String, ? extends T> conversion) {
        return find(key).map(setting -> {
            try {
                return conversion.apply(setting.value());
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
                throw new StartupException(
                        key + " must be " + kind + ", not \"" + setting.value() + "\" (" + setting.source() + ").", e);
            }
        });
    }
}
