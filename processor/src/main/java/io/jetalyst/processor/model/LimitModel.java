package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.decl.ValueDecl;
import java.util.Locale;
import java.util.Optional;

/**
 * A limit of a socket endpoint that differs from the application's.
 *
 * @param member of {@code @WebSocket}, such as {@code maxMessageBytes}
 */
public record LimitModel(String member, int number, Origin origin) {
    /** The limit, if the compiler could make a number of what was written; otherwise it says so itself. */
    public static Optional<LimitModel> of(String member, ValueDecl value) {
        return value.text().matches("-?\\d+")
                ? Optional.of(new LimitModel(member, Integer.parseInt(value.text()), value.origin()))
                : Optional.empty();
    }

    /** The constant that stands for it at run time: {@code MAX_MESSAGE_BYTES}. */
    public String constant() {
        return member.replaceAll("(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
