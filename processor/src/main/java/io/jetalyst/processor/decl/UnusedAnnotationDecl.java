package io.jetalyst.processor.decl;

/**
 * An annotation of the vocabulary in a place where no controller has it.
 *
 * @param annotation the annotation
 * @param target the kind of the element that carries it
 * @param owner the class around it
 */
public record UnusedAnnotationDecl(AnnotationDecl annotation, Target target, Owner owner) {
    /** The kind of an element that carries an annotation. */
    public enum Target {
        TYPE,
        METHOD,
        PARAMETER
    }

    /**
     * The class around an annotation.
     *
     * @param isBase whether controllers may inherit from it: an interface or an abstract class
     * @param isFilter whether it is a filter
     * @param namesake an annotation of another framework on it that is named like {@code @Controller}; empty if there is none
     */
    public record Owner(
            String name, String simpleName, boolean isBase, boolean isFilter, String namesake, Origin origin) {}
}
