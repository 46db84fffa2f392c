package io.jetalyst.internal.config;

import io.jetalyst.config.NearMatch;
import io.jetalyst.config.Setting;
import io.jetalyst.config.SettingSource;
import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the sources of settings in their order, and rejects keys of the framework that do not exist. */
public final class SettingsLoader {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.start");
    /** The variables that may be meant for settings of the framework. */
    private static final Pattern VARIABLE = Pattern.compile("(?:JETALYST_)?(SERVER|SOCKET|SESSION|JSON)_(\\w+)");

    private static final String FILE = "application.properties";
    /** The variable in which hosting platforms pass the port that they assign. */
    private static final String PLATFORM_PORT = "PORT";

    /** All settings with the prefix of the server. */
    static final List<KnownSetting> SERVER = Stream.of(
                    ListenerSettings.KNOWN,
                    TlsSettings.KNOWN,
                    ServerSettings.KNOWN,
                    LifeSettings.KNOWN,
                    ConnectionSettings.KNOWN,
                    BodySettings.KNOWN,
                    CompressionSettings.KNOWN,
                    ProxySettings.KNOWN,
                    HeaderSettings.KNOWN,
                    CorsSettings.KNOWN,
                    ObserveSettings.KNOWN)
            .flatMap(List::stream)
            .toList();

    private static final List<String> SERVER_KEYS =
            SERVER.stream().map(KnownSetting::key).toList();

    private static final List<String> SOCKET_KEYS =
            SocketSettings.KNOWN.stream().map(KnownSetting::key).toList();

    private static final List<String> SESSION_KEYS =
            SessionSettings.KNOWN.stream().map(KnownSetting::key).toList();

    private static final List<String> JSON_KEYS =
            JsonSettings.KNOWN.stream().map(KnownSetting::key).toList();

    private SettingsLoader() {}

    /** The settings of this process. */
    public static Settings load(List<String> arguments) {
        nearVariables(System.getenv()).forEach(LOG::warn);
        return load(arguments, System.getProperties(), System.getenv(), applicationProperties());
    }

    /** The settings of this process, before the start checks the keys of the framework, and reports its mistakes to the operator. */
    public static Settings read(List<String> arguments) {
        return read(arguments, System.getProperties(), System.getenv(), applicationProperties());
    }

    private static Settings read(
            List<String> arguments, Properties system, Map<String, String> environment, Properties application) {
        return new Settings(List.of(
                new Arguments(arguments, SERVER_KEYS),
                properties(system, "system property "),
                environment(environment),
                properties(application, FILE + " key ")));
    }

    static Settings load(
            List<String> arguments, Properties system, Map<String, String> environment, Properties application) {
        Settings settings = read(arguments, system, environment, application);
        settings.requireKnown(ServerSettings.PREFIX, SERVER_KEYS);
        settings.requireKnown(SocketSettings.PREFIX, SOCKET_KEYS);
        settings.requireKnown(SessionSettings.PREFIX, SESSION_KEYS);
        settings.requireKnown(JsonSettings.PREFIX, JSON_KEYS);
        return settings;
    }

    /** A sentence for each variable whose name is nearly that of a setting. Other variables belong to other programs. */
    static List<String> nearVariables(Map<String, String> environment) {
        List<String> sentences = new ArrayList<>();
        for (String name : new TreeSet<>(environment.keySet())) {
            Matcher matcher = VARIABLE.matcher(name);
            if (matcher.matches()) {
                String prefix = matcher.group(1) + "_";
                List<String> known = Stream.of(SERVER_KEYS, SOCKET_KEYS, SESSION_KEYS, JSON_KEYS)
                        .flatMap(List::stream)
                        .map(SettingsLoader::variable)
                        .filter(variable -> variable.startsWith(prefix))
                        .map(variable -> variable.substring(prefix.length()))
                        .toList();
                NearMatch.of(matcher.group(2), known)
                        .map(near -> prefix + near)
                        .filter(near -> !near.equals(name))
                        .ifPresent(near -> sentences.add("The environment variable " + name
                                + " is no setting, and has no effect. Did you mean " + near + "?"));
            }
        }
        return sentences;
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static SettingSource properties(Properties properties, String origin) {
        return new SettingSource() {
            @Override
            public Optional<Setting> find(String key) {
                return setting(key, properties.getProperty(key), origin + key);
            }

            @Override
            public Set<String> keys() {
                return properties.stringPropertyNames();
            }
        };
    }

    /**
     * The variables come from an image, a platform and the operator, and the operator cannot remove those of the others. So {@code SERVER_LISTEN}
     * overrides the variables that it excludes.
     */
    private static SettingSource environment(Map<String, String> environment) {
        boolean listens = environment.containsKey(variable(ListenerSettings.LISTEN));
        return key -> {
            if (listens && (key.equals(ListenerSettings.HOST) || key.equals(ListenerSettings.PORT))) {
                return Optional.empty();
            }
            String name = variable(key);
            boolean platform = key.equals(ListenerSettings.PORT) && !environment.containsKey(name);
            String variable = platform ? PLATFORM_PORT : name;
            return setting(key, environment.get(variable), "environment variable " + variable);
        };
    }

    private static Optional<Setting> setting(String key, @Nullable String value, String origin) {
        return value == null ? Optional.empty() : Optional.of(new Setting(key, value.strip(), origin));
    }

    private static Properties applicationProperties() {
        Properties properties = new Properties();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in =
                loader == null ? ClassLoader.getSystemResourceAsStream(FILE) : loader.getResourceAsStream(FILE)) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new StartupException("Cannot read " + FILE + ": " + e.getMessage(), e);
        }
        return properties;
    }
}
