package io.jetalyst.internal.handshake;

import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.Codecs;
import io.jetalyst.codec.MalformedBodyException;
import io.jetalyst.http.AcceptLanguage;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Request;
import io.jetalyst.validate.Validation;
import io.jetalyst.validate.Validator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates the readers of JSON messages. They also validate: a message that violates a constraint counts as malformed. */
public final class MessageReaders {
    private final Codecs codecs;
    private final @Nullable Validator validator;

    /** @param validator {@code null} if nothing validates */
    public MessageReaders(Codecs codecs, @Nullable Validator validator) {
        this.codecs = codecs;
        this.validator = validator;
    }

    /**
     * Returns a reader for messages of a session.
     *
     * @param handshake the request, for the languages of the client
     * @throws io.jetalyst.codec.UnsupportedTypeException if nothing can read the type, or check its constraints
     */
    public <T> BodyReader<T> of(Class<T> type, Request handshake) {
        BodyReader<T> reader = codecs.jsonReader(type);
        if (validator == null) {
            return reader;
        }
        Validation<T> validation = validator.of(type);
        AcceptLanguage languages = AcceptLanguage.of(handshake.headers());
        return message -> validated(reader.read(message), validation, languages);
    }

    private static <T> T validated(T value, Validation<T> validation, AcceptLanguage languages) {
        List<InputError> violations = validation.validate(value, languages);
        if (violations.isEmpty()) {
            return value;
        }
        throw new MalformedBodyException(
                violations.stream()
                        .map(error -> BodyFault.of(error.name(), error.code(), error.detail()))
                        .toList(),
                null);
    }
}
