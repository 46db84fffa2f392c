package io.jetalyst.internal.config;

import io.jetalyst.config.Setting;
import io.jetalyst.config.SettingSource;
import io.jetalyst.config.StartupException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Arguments of the form {@code --key=value}; the server's own keys may be written without {@code server.}. */
final class Arguments implements SettingSource {
    private final Map<String, Setting> settings = new LinkedHashMap<>();

    Arguments(List<String> arguments) {
        arguments.forEach(this::add);
    }

    private void add(String argument) {
        int equals = argument.indexOf('=');
        if (!argument.startsWith("--") || equals < 3) {
            throw new StartupException(
                    "Cannot read the argument \"" + argument + "\": write --key=value, such as --port=8081.");
        }
        String name = argument.substring(2, equals);
        String key = name.contains(".") ? name : ServerSettings.PREFIX + name;
        Setting setting = new Setting(key, argument.substring(equals + 1), "--" + name);
        if (settings.put(key, setting) != null) {
            throw new StartupException("The argument --" + name + " is given twice.");
        }
    }

    Set<String> keys() {
        return settings.keySet();
    }

    @Override
    public Optional<Setting> find(String key) {
        return Optional.ofNullable(settings.get(key));
    }
}
