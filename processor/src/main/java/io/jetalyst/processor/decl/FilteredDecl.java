package io.jetalyst.processor.decl;

import java.util.List;

/**
 * An annotation {@code @Filtered} as it concerns a controller or a method.
 *
 * @param filtered the annotation, on the class, on the method, or on another annotation
 * @param use the annotation of the class or the method that leads to it: itself, or the one that carries it
 * @param circle the annotations that carry each other, from the one that carries {@code filtered}, which is one of them then; none otherwise
 */
public record FilteredDecl(AnnotationDecl filtered, AnnotationDecl use, List<String> circle) {
    public FilteredDecl {
        circle = List.copyOf(circle);
    }

    /** Whether it is on the class or the method itself. */
    public boolean isDirect() {
        return filtered == use;
    }
}
