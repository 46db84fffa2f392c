package io.jetalyst.processor.decl;

import java.util.List;
import java.util.Optional;

/** Anything that carries annotations of the vocabulary. */
public interface Annotated {
    List<AnnotationDecl> annotations();

    /** The annotation of this type. */
    default Optional<AnnotationDecl> annotation(String type) {
        for (AnnotationDecl annotation : annotations()) {
            if (annotation.type().equals(type)) {
                return Optional.of(annotation);
            }
        }
        return Optional.empty();
    }
}
