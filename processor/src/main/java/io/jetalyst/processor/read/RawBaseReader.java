package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.RawBaseDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds the generic bases of a class that it, or a class above it, extends without type arguments. */
final class RawBaseReader {
    private final Hierarchy hierarchy;
    private final TypeRefReader typeRefs;
    private final SourceTypes sources;

    RawBaseReader(Elements elements, Types types, TypeRefReader typeRefs, SourceTypes sources) {
        this.hierarchy = new Hierarchy(elements, types);
        this.typeRefs = typeRefs;
        this.sources = sources;
    }

    /** The raw bases from which the class inherits handlers. */
    List<RawBaseDecl> read(TypeElement type) {
        List<RawBaseDecl> found = new ArrayList<>();
        for (TypeElement heir : hierarchy.lineage(type)) {
            List<TypeMirror> above = new ArrayList<>(heir.getInterfaces());
            above.add(0, heir.getSuperclass());
            for (TypeMirror base : above) {
                if (base instanceof DeclaredType declared
                        && declared.getTypeArguments().isEmpty()
                        && declared.asElement() instanceof TypeElement element
                        && !element.getTypeParameters().isEmpty()
                        && hasHandlers(element)) {
                    found.add(rawBase(type, heir, element));
                }
            }
        }
        return found;
    }

    private boolean hasHandlers(TypeElement base) {
        return hierarchy.lineage(base).stream()
                .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .anyMatch(MethodReader::isCalled);
    }

    private RawBaseDecl rawBase(TypeElement controller, TypeElement heir, TypeElement base) {
        return new RawBaseDecl(
                typeRefs.name(heir),
                typeRefs.name(base),
                base.getTypeParameters().stream()
                        .map(parameter -> parameter.getSimpleName().toString())
                        .collect(Collectors.joining(", ", "<", ">")),
                base.getKind().isInterface(),
                sources.contain(heir) ? new ElementOrigin(heir, heir) : new ElementOrigin(heir, controller));
    }
}
