package io.jetalyst.validation.avaje;

import io.avaje.validation.ConstraintViolation;
import io.avaje.validation.adapter.ValidationContext;
import io.avaje.validation.adapter.ValidationContext.Message;
import io.avaje.validation.adapter.ValidationRequest;
import io.jetalyst.codec.BodyFault;
import io.jetalyst.http.InputError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects the violations of one value with JSON pointers: the paths of avaje-validator are in a form of its own, and not always complete. */
final class ErrorRequest implements ValidationRequest {
    private final ValidationContext context;
    private final List<Class<?>> groups;
    private final Supplier<Locale> locale;
    private final Deque<String> path = new ArrayDeque<>();
    private final List<InputError> errors = new ArrayList<>(0);
    /** The language of the messages; chosen for the first violation. */
    private @Nullable Locale chosen;

    ErrorRequest(ValidationContext context, List<Class<?>> groups, Supplier<Locale> locale) {
        this.context = context;
        this.groups = groups;
        this.locale = locale;
    }

    List<InputError> errors() {
        return errors;
    }

    @Override
    public List<Class<?>> groups() {
        return groups;
    }

    @Override
    public void addViolation(Message message, String member) {
        String pointer = "";
        for (String step : path) {
            pointer = child(pointer, step);
        }
        InputError error = InputError.body(child(pointer, member), ConstraintNames.of(message), text(message));
        if (!errors.contains(error)) {
            errors.add(error);
        }
    }

    /** avaje-validator names the element of a list {@code [0}, and the value itself with nothing. */
    private static String child(String pointer, @Nullable String step) {
        String name = step == null ? "" : step.startsWith("[") ? step.replaceAll("[\\[\\]]", "") : step;
        return name.isEmpty() ? pointer : BodyFault.child(pointer, name);
    }

    private String text(Message message) {
        if (chosen == null) {
            chosen = locale.get();
        }
        ValidationRequest single = context.request(chosen, List.of());
        single.addViolation(message, "");
        return single.violations().stream()
                .map(ConstraintViolation::message)
                .findFirst()
                .orElse("is not valid");
    }

    @Override
    public void pushPath(String step) {
        path.addLast(step);
    }

    @Override
    public void popPath() {
        path.removeLast();
    }

    @Override
    public void throwWithViolations() {
        // the caller reads errors()
    }

    @Override
    public Set<ConstraintViolation> violations() {
        return Set.of();
    }

    @Override
    public boolean hasViolations() {
        return !errors.isEmpty();
    }
}
