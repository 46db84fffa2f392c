package io.jetalyst.internal.start;

import io.jetalyst.codec.BodyCodec;
import io.jetalyst.codec.Codecs;
import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.internal.config.JsonSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the codecs: the JSON codec that is bound, or else the only one, or that of the setting {@code json.codec}. */
final class JsonCodecs {
    private JsonCodecs() {}

    /** @throws StartupException if several JSON codecs are there and none is chosen */
    static Codecs discover(Map<Class<?>, Object> bound, Settings settings) {
        List<BodyCodec> loaded = ServiceLoader.load(BodyCodec.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return of(
                bound.get(BodyCodec.class) instanceof BodyCodec codec ? Optional.of(codec) : Optional.empty(),
                loaded,
                settings);
    }

    static Codecs of(Optional<BodyCodec> bound, List<BodyCodec> loaded, Settings settings) {
        List<BodyCodec> codecs = new ArrayList<>();
        bound.or(() -> choose(loaded.stream().filter(JsonCodecs::isJson).toList(), settings))
                .ifPresent(codecs::add);
        loaded.stream().filter(codec -> !isJson(codec)).forEach(codecs::add);
        return new Codecs(codecs.stream()
                .map(codec -> codec.with(JsonSettings.of(settings)))
                .toList());
    }

    private static boolean isJson(BodyCodec codec) {
        return codec.handles("application/json");
    }

    private static Optional<BodyCodec> choose(List<BodyCodec> codecs, Settings settings) {
        Optional<String> name = settings.get(JsonSettings.CODEC);
        Optional<BodyCodec> named = codecs.stream()
                .filter(codec -> name.isEmpty() || codec.name().equals(name.get()))
                .findFirst();
        if (name.isPresent() && named.isEmpty()) {
            throw new StartupException(
                    JsonSettings.CODEC + " is \"" + name.get() + "\", and there is no such JSON codec. "
                            + (codecs.isEmpty()
                                    ? "Add the dependency io.jetalyst:jetalyst-json-" + name.get() + "."
                                    : "There is: " + names(codecs) + "."));
        }
        if (name.isEmpty() && codecs.size() > 1) {
            throw new StartupException(
                    "There are several JSON codecs: " + names(codecs) + ". Keep one as a dependency, set "
                            + JsonSettings.CODEC + "=" + codecs.get(0).name()
                            + ", or bind one with .bind(BodyCodec.class, ...) of the application's builder.");
        }
        return named;
    }

    private static String names(List<BodyCodec> codecs) {
        return codecs.stream()
                .map(codec -> codec.name() + " (" + codec.getClass().getName() + ")")
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
