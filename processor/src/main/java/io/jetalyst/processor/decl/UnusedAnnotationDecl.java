package io.jetalyst.processor.decl;

/**
 * An annotation of the vocabulary that stands where no controller is.
 *
 * @param annotation the annotation
 * @param target what kind of thing carries it
 * @param owner the simple name of the class around it
 */
public record UnusedAnnotationDecl(AnnotationDecl annotation, Target target, String owner) {
    /** What carries the annotation. */
    public enum Target {
        TYPE,
        METHOD,
        PARAMETER
    }
}
