package io.jetalyst.internal.config;

import io.jetalyst.config.Setting;
import io.jetalyst.config.SettingSource;
import io.jetalyst.config.StartupException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Arguments of the form {@code --key=value}; the server's own keys may be written without {@code server.}. A key with dots is one of the server if
 * its first word is that of such keys, as in {@code --tls.certificate}; other keys with dots are those of the application.
 */
final class Arguments implements SettingSource {
    private final Map<String, Setting> settings = new LinkedHashMap<>();
    /** The first words of the server's keys with several words, such as {@code tls}. */
    private final Set<String> groups;

    /** @param serverKeys the keys that begin with {@code server.} */
    Arguments(List<String> arguments, List<String> serverKeys) {
        this.groups = serverKeys.stream()
                .map(key -> key.substring(ServerSettings.PREFIX.length()))
                .filter(name -> name.contains("."))
                .map(name -> name.substring(0, name.indexOf('.')))
                .collect(Collectors.toSet());
        arguments.forEach(this::add);
    }

    private void add(String argument) {
        int equals = argument.indexOf('=');
        if (!argument.startsWith("--") || equals < 3) {
            throw new StartupException(
                    "Cannot read the argument \"" + argument + "\": write --key=value, such as --port=8081.");
        }
        String name = argument.substring(2, equals);
        int dot = name.indexOf('.');
        boolean ofServer = dot < 0 || groups.contains(name.substring(0, dot));
        String key = ofServer ? ServerSettings.PREFIX + name : name;
        Setting setting = new Setting(key, argument.substring(equals + 1), "--" + name);
        if (settings.put(key, setting) != null) {
            throw new StartupException("The argument --" + name + " is given twice.");
        }
    }

    @Override
    public Set<String> keys() {
        return settings.keySet();
    }

    @Override
    public Optional<Setting> find(String key) {
        return Optional.ofNullable(settings.get(key));
    }
}
