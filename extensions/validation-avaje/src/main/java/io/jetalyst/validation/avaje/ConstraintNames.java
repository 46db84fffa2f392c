package io.jetalyst.validation.avaje;

import io.avaje.validation.adapter.ValidationAdapter;
import io.avaje.validation.adapter.ValidationContext.AdapterCreateRequest;
import io.avaje.validation.adapter.ValidationContext.Message;
import io.avaje.validation.spi.AnnotationFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Adds the name of the constraint to the attributes of each message: a violation of avaje-validator has only the text. The factory creates no
 * adapter itself. It requests the same adapter once more, with the name, and ignores that second request.
 */
final class ConstraintNames implements AnnotationFactory {
    private static final String NAME = "_constraint";

    /** The key of a default message: {@code {avaje.NotNull.message}}. */
    private static final Pattern KEY = Pattern.compile("\\{(?:\\w+\\.)*?([A-Z]\\w*)(?:\\.\\w+)*\\.message}");

    @Override
    public @Nullable ValidationAdapter<?> create(AdapterCreateRequest request) {
        if (request.attributes().containsKey(NAME)) {
            return null;
        }
        Map<String, Object> attributes = new HashMap<>(request.attributes());
        attributes.put(NAME, request.annotationType().getSimpleName());
        return new BoxingAdapter<>(
                request.ctx().adapter(request.annotationType(), request.groups(), messageOf(request), attributes));
    }

    private static String messageOf(AdapterCreateRequest request) {
        return String.valueOf(request.attributes().get("message"));
    }

    /** The simple name of the constraint that a message belongs to. */
    static String of(Message message) {
        if (message.attributes().get(NAME) instanceof String name) {
            return name;
        }
        Matcher key = KEY.matcher(message.template());
        return key.matches() ? key.group(1) : "Constraint";
    }
}
