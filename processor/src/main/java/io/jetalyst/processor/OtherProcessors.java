package io.jetalyst.processor;

import java.util.Arrays;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.annotation.processing.SupportedAnnotationTypes;

/**
 * The processors of others that the compiler may run beside ours.
 *
 * @param types the annotation types that they support, as they write them: a name, {@code package.*} or {@code *}
 */
record OtherProcessors(Set<String> types) {
    private static final String EVERYTHING = "*";

    /** Finds the processors that the class loader of one of ours provides. A processor that cannot say what it supports may support everything. */
    static OtherProcessors beside(Class<? extends Processor> ours) {
        try {
            return new OtherProcessors(ServiceLoader.load(Processor.class, ours.getClassLoader()).stream()
                    .filter(provider -> !provider.type().getPackageName().equals(ours.getPackageName()))
                    .flatMap(OtherProcessors::types)
                    .map(type -> type.substring(type.indexOf('/') + 1))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (ServiceConfigurationError | RuntimeException e) {
            return new OtherProcessors(Set.of(EVERYTHING));
        }
    }

    private static Stream<String> types(ServiceLoader.Provider<Processor> provider) {
        SupportedAnnotationTypes written = provider.type().getAnnotation(SupportedAnnotationTypes.class);
        return written == null ? provider.get().getSupportedAnnotationTypes().stream() : Arrays.stream(written.value());
    }

    boolean supportEverything() {
        return types.contains(EVERYTHING);
    }

    /** Whether one of them supports an annotation of this package, whose name ends with a dot. */
    boolean support(String packagePrefix) {
        return types.stream()
                .filter(type -> !type.equals(EVERYTHING))
                .anyMatch(type -> type.endsWith(".*")
                        ? packagePrefix.startsWith(type.substring(0, type.length() - 1))
                        : type.startsWith(packagePrefix));
    }
}
