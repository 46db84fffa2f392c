package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.Arrays;
import java.util.Optional;

/**
 * A trait of a route: an annotation on the method or on its controller, and the method of the runtime's {@code Route} that sets
 * it. The method takes the values of the annotation's {@code value}, if it has one.
 */
public enum Trait {
    NON_BLOCKING(Vocabulary.NON_BLOCKING, "nonBlocking"),
    ALLOW_CROSS_SITE(Vocabulary.ALLOW_CROSS_SITE, "allowCrossSite"),
    CONTENT_SECURITY_POLICY(Vocabulary.CONTENT_SECURITY_POLICY, "contentSecurityPolicy");

    private final String annotation;
    private final String setter;

    Trait(String annotation, String setter) {
        this.annotation = annotation;
        this.setter = setter;
    }

    /** The trait that this annotation gives a route. */
    public static Optional<Trait> of(AnnotationDecl annotation) {
        return Arrays.stream(values())
                .filter(trait -> trait.annotation.equals(annotation.type()))
                .findFirst();
    }

    /** The method of {@code Route}. */
    public String setter() {
        return setter;
    }
}
