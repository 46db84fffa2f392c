package io.jetalyst.internal.handshake;

import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.Codecs;
import io.jetalyst.codec.MalformedBodyException;
import io.jetalyst.http.AcceptLanguage;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Request;
import io.jetalyst.internal.failure.RequestLanguages;
import io.jetalyst.internal.log.LogText;
import io.jetalyst.internal.log.RepeatedLine;
import io.jetalyst.validate.Validation;
import io.jetalyst.validate.Validator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the readers of JSON messages. They also validate: a message that violates a constraint counts as malformed. */
public final class MessageReaders {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.socket");

    private final Codecs codecs;
    private final @Nullable Validator validator;
    private final boolean development;
    private final RequestLanguages languages;
    private final RepeatedLine malformed = new RepeatedLine();

    /**
     * @param validator {@code null} if nothing validates
     * @param development whether malformed messages are logged
     * @param languages decides the languages of clients
     */
    public MessageReaders(
            Codecs codecs, @Nullable Validator validator, boolean development, RequestLanguages languages) {
        this.languages = languages;
        this.codecs = codecs;
        this.validator = validator;
        this.development = development;
    }

    /**
     * Returns a reader for messages of a session.
     *
     * @param handshake the request, for the languages of the client
     * @throws io.jetalyst.codec.UnsupportedTypeException if nothing can read the type, or check its constraints
     */
    public <T> BodyReader<T> of(Class<T> type, Request handshake) {
        BodyReader<T> reader = validating(type, handshake);
        return development ? message -> logged(reader, message, type, handshake) : reader;
    }

    private <T> BodyReader<T> validating(Class<T> type, Request handshake) {
        BodyReader<T> reader = codecs.jsonReader(type);
        if (validator == null) {
            return reader;
        }
        Validation<T> validation = validator.of(type);
        AcceptLanguage client = languages.of(handshake);
        return message -> validated(reader.read(message), validation, client);
    }

    private <T> T logged(BodyReader<T> reader, byte[] message, Class<T> type, Request handshake) {
        try {
            return reader.read(message);
        } catch (MalformedBodyException e) {
            malformed.write(more -> LOG.warn(
                    "A message to {} is no {}: {}{}. It closes the session with 1007, unless onMalformedMessage is attached",
                    LogText.of(handshake.path()),
                    type.getSimpleName(),
                    LogText.of(String.valueOf(e.getMessage())),
                    more));
            throw e;
        }
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
