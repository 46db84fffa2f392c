package io.jetalyst.internal.httpsession;

import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.codec.Codecs;
import io.jetalyst.codec.MalformedBodyException;
import io.jetalyst.codec.UnsupportedTypeException;
import io.jetalyst.internal.log.LogText;
import io.jetalyst.internal.log.RepeatedLine;
import io.jetalyst.session.SessionKey;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Converts the values of sessions to texts, and back. All stores keep texts, so they all behave alike, and none runs code of stored objects. */
final class SessionValues {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.session");

    private final Codecs codecs;
    private final Map<Class<?>, Form<?>> forms = new ConcurrentHashMap<>();
    private final RepeatedLine misfit = new RepeatedLine();

    SessionValues(Codecs codecs) {
        this.codecs = codecs;
    }

    /** How values of one type are stored. */
    private record Form<T>(Function<T, String> write, Function<String, T> read) {}

    /** @throws io.jetalyst.codec.UnsupportedTypeException if values of this type cannot be stored */
    <T> String write(SessionKey<T> key, T value) {
        return form(key.type()).write().apply(key.type().cast(value));
    }

    /** The value of this text; empty if the text does not fit the type, because an older version of the application has stored it. */
    <T> Optional<T> read(SessionKey<T> key, String text) {
        try {
            return Optional.of(form(key.type()).read().apply(text));
        } catch (IllegalArgumentException | java.time.DateTimeException | MalformedBodyException e) {
            misfit.write(more -> LOG.warn(
                    "The value of the session key {} is no {} any more, and counts as absent: {}{}",
                    key.name(),
                    key.type().getName(),
                    LogText.of(String.valueOf(e.getMessage())), // it may quote a text of a user
                    more));
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked") // the form of a class is one of its values
    private <T> Form<T> form(Class<T> type) {
        return (Form<T>) forms.computeIfAbsent(type, this::create);
    }

    private <T> Form<T> create(Class<T> type) {
        Optional<Function<String, T>> plain = PlainValues.reader(type);
        if (plain.isPresent()) {
            return new Form<>(PlainValues::write, plain.get());
        }
        try {
            BodyWriter<T> writer = codecs.jsonWriter(type);
            BodyReader<T> reader = codecs.jsonReader(type);
            return new Form<>(
                    value -> new String(writer.write(value), StandardCharsets.UTF_8),
                    text -> reader.read(text.getBytes(StandardCharsets.UTF_8)));
        } catch (UnsupportedTypeException unsupported) {
            throw new UnsupportedTypeException(
                    "A session cannot store values of " + type.getName() + ", because they are neither text nor JSON."
                            + " Make the value a record; with"
                            + " avaje-jsonb, in the package of a"
                            + " controller that takes a Session, or with"
                            + " @Json (io.avaje.jsonb.Json). A list is a"
                            + " component of a record.",
                    unsupported);
        }
    }
}
