package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.HeirDecl;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Finds concrete classes that inherit routes and are no controllers. One instance per round. */
public final class HeirReader {
    private final Types types;
    private final Map<TypeElement, Optional<TypeElement>> bases = new HashMap<>();

    public HeirReader(Types types) {
        this.types = types;
    }

    /** The heirs among the classes of a round, in the order of their names. */
    public List<HeirDecl> read(RoundEnvironment round) {
        List<HeirDecl> heirs = new ArrayList<>();
        ElementFilter.typesIn(round.getRootElements()).forEach(type -> add(type, heirs));
        heirs.sort(Comparator.comparing(HeirDecl::name));
        return heirs;
    }

    private void add(TypeElement type, List<HeirDecl> heirs) {
        boolean isConcrete =
                !type.getKind().isInterface() && !type.getModifiers().contains(Modifier.ABSTRACT);
        if (isConcrete && !AnnotationReader.hasNotImported(type)) {
            base(type)
                    .filter(base -> !base.equals(type))
                    .ifPresent(base -> heirs.add(new HeirDecl(
                            type.getSimpleName().toString(),
                            base.getSimpleName().toString(),
                            new ElementOrigin(type, type))));
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(nested -> add(nested, heirs));
    }

    /** The nearest type that declares routes, the type itself counted in; empty where a controller serves them. */
    private Optional<TypeElement> base(TypeElement type) {
        Optional<TypeElement> known = bases.get(type);
        if (known != null) {
            return known;
        }
        bases.put(type, Optional.empty()); // ends a circle, which the compiler reports
        Optional<TypeElement> found =
                isServed(type) ? Optional.empty() : declaresRoutes(type) ? Optional.of(type) : inherited(type);
        bases.put(type, found);
        return found;
    }

    private Optional<TypeElement> inherited(TypeElement type) {
        return types.directSupertypes(type.asType()).stream()
                .flatMap(above -> element(above).stream())
                .flatMap(above -> base(above).stream())
                .findFirst();
    }

    /** Whether the class, or one that it extends, is a controller: a subclass of a controller need not be one. */
    private boolean isServed(TypeElement type) {
        return AnnotationReader.has(type, Vocabulary.CONTROLLER)
                || element(type.getSuperclass()).filter(this::isServed).isPresent();
    }

    private static boolean declaresRoutes(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream().anyMatch(MethodReader::isRoute);
    }

    private static Optional<TypeElement> element(TypeMirror type) {
        return type instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                        && !isOfJava(element)
                ? Optional.of(element)
                : Optional.empty();
    }

    private static boolean isOfJava(Element type) {
        return type.toString().startsWith("java.");
    }
}
