package io.jetalyst.validation.avaje;

import io.avaje.validation.adapter.ValidationAdapter;
import io.avaje.validation.adapter.ValidationContext;
import io.avaje.validation.spi.ValidationExtension;
import io.avaje.validation.spi.ValidatorCustomizer;
import io.jetalyst.codec.UnsupportedTypeException;
import io.jetalyst.validate.Validation;
import io.jetalyst.validate.Validator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Validates with the adapters that avaje-validator generates. The annotation processor of Jetalyst requests those of bodies and parameters.
 * A type of messages has one if it, or the record around it, is annotated with {@code @Valid}.
 *
 * <p>Messages are in the language of the client if avaje-validator has it, or else in English. The application's own messages
 * ({@code @NotBlank(message = "{title.missing}")}) are in the resource bundle {@code ValidationMessages}.
 */
public final class AvajeValidator implements Validator {
    private final ValidationContext context;
    /** The groups of constraints that are always checked. */
    private final List<Class<?>> groups;

    private final Messages messages = new Messages();

    /** Finds the adapters through the class loader of the calling thread. */
    public AvajeValidator() {
        io.avaje.validation.Validator.Builder builder = io.avaje.validation.Validator.builder()
                .setDefaultLocale(Locale.ENGLISH)
                .addLocales(messages.locales().toArray(Locale[]::new))
                .addResourceBundles(messages.bundles())
                .add(new ConstraintNames());
        addGenerated(builder);
        this.context = builder.build().context();
        this.groups = context.request(Locale.ENGLISH, List.of()).groups();
    }

    /** avaje-validator itself loads extensions once for each Java virtual machine, and so only those of one class loader. */
    private static void addGenerated(io.avaje.validation.Validator.Builder builder) {
        Logger log = LoggerFactory.getLogger(AvajeValidator.class);
        for (var extensions = ServiceLoader.load(ValidationExtension.class).iterator(); ; ) {
            try {
                if (!extensions.hasNext()) {
                    return;
                }
                if (extensions.next() instanceof ValidatorCustomizer customizer) {
                    builder.add(customizer);
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                log.warn(
                        "The validation adapters of an outdated class are skipped. Build the application anew. ({})",
                        e.toString());
            }
        }
    }

    @Override
    public <T> Validation<T> of(Class<T> type) {
        if (type.isSealed()) {
            return new KindsValidation<>(type, this::of);
        }
        ValidationAdapter<T> adapter;
        try {
            adapter = context.adapter(type);
        } catch (IllegalArgumentException e) {
            return unconstrained(type, e);
        }
        return (value, languages) -> {
            ErrorRequest request = new ErrorRequest(context, groups, () -> messages.best(languages));
            adapter.validate(value, request);
            return request.errors();
        };
    }

    private static <T> Validation<T> unconstrained(Class<T> type, IllegalArgumentException cause) {
        if (Constraints.areOn(type)) {
            throw new UnsupportedTypeException(
                    "There is no adapter that checks the constraints of " + type.getName()
                            + ". Annotate it with @Valid unless a controller takes it, and add"
                            + " io.avaje:avaje-validator-generator to the annotation processors. (avaje-validator: "
                            + Arrays.stream(String.valueOf(cause.getMessage()).split("\n"))
                                    .findFirst()
                                    .orElse("")
                            + ")",
                    cause);
        }
        return (value, languages) -> List.of();
    }
}
