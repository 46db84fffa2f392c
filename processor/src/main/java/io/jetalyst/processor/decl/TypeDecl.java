package io.jetalyst.processor.decl;

import java.util.List;
import java.util.Set;

/**
 * A class that is marked as a controller.
 *
 * @param facts what it is
 * @param modifiers its own
 * @param inner whether an instance needs one of an enclosing class
 * @param filtered the filters of all of its routes, the outermost first
 * @param unusedFilters those of its methods that are no handlers
 * @param access the decision on the clients of its routes that have none themselves; several are a mistake
 * @param unusedAccess those of its methods that are no handlers
 * @param constructors those that are not private
 * @param handlers its methods that answer requests, inherited ones included, in the order of the source
 * @param references the classes that parameters of its handlers refer to
 * @param rawBases the generic bases with handlers that it extends without type arguments
 */
public record TypeDecl(
        ClassRef name,
        TypeFacts facts,
        Set<Modifier> modifiers,
        boolean inner,
        List<AnnotationDecl> annotations,
        List<FilteredDecl> filtered,
        List<FilteredDecl> unusedFilters,
        List<AccessDecl> access,
        List<AccessDecl> unusedAccess,
        List<MethodDecl> constructors,
        List<MethodDecl> handlers,
        References references,
        List<RawBaseDecl> rawBases,
        CompilationContext context,
        Origin origin)
        implements Annotated {
    /** The same class without the constraints of its parameters and results, which nothing checks then. */
    public TypeDecl withoutConstraints() {
        return new TypeDecl(
                name,
                facts,
                modifiers,
                inner,
                annotations,
                filtered,
                unusedFilters,
                access,
                unusedAccess,
                constructors.stream().map(MethodDecl::withoutConstraints).toList(),
                handlers.stream().map(MethodDecl::withoutConstraints).toList(),
                references.withoutConstraints(),
                rawBases,
                context,
                origin);
    }
}
