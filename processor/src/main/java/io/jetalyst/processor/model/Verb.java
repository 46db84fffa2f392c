package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.Vocabulary;
import java.util.Optional;

/** The request methods that an annotation stands for; the names are those of the runtime's {@code HttpMethod}. */
public enum Verb {
    GET(Vocabulary.GET),
    POST(Vocabulary.POST),
    PUT(Vocabulary.PUT),
    PATCH(Vocabulary.PATCH),
    DELETE(Vocabulary.DELETE);

    private final String annotation;

    Verb(String annotation) {
        this.annotation = annotation;
    }

    /** The verb of this annotation type. */
    public static Optional<Verb> of(String annotation) {
        for (Verb verb : values()) {
            if (verb.annotation.equals(annotation)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }
}
