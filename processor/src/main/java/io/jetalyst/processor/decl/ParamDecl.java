package io.jetalyst.processor.decl;

import java.util.List;

/**
 * A parameter of a method or constructor.
 *
 * @param nameKnown whether the name is the one in the source; a class file may be without names of parameters
 */
public record ParamDecl(
        String name,
        boolean nameKnown,
        TypeRef type,
        List<AnnotationDecl> annotations,
        ConstraintsDecl constraints,
        Origin origin)
        implements Annotated {
    ParamDecl withoutConstraints() {
        return new ParamDecl(name, nameKnown, type, withoutConstraints(annotations), ConstraintsDecl.NONE, origin);
    }

    static List<AnnotationDecl> withoutConstraints(List<AnnotationDecl> annotations) {
        return annotations.stream()
                .filter(annotation -> !annotation.type().startsWith("jakarta.validation."))
                .toList();
    }
}
