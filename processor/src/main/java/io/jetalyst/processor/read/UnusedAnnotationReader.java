package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.UnusedAnnotationDecl;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds annotations of the vocabulary, and decisions on clients, that no controller reads. One instance per round. */
public final class UnusedAnnotationReader {
    private final Elements elements;
    private final Types types;
    private final Map<TypeElement, Set<ExecutableElement>> routes = new HashMap<>();

    public UnusedAnnotationReader(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** The unused annotations of a round, sorted by the names of their classes. */
    public List<UnusedAnnotationDecl> read(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        List<UnusedAnnotationDecl> found = new ArrayList<>();
        Set<TypeElement> withoutRoutes = new HashSet<>();
        for (Element element : round.getElementsAnnotatedWithAny(withAccess(annotations))) {
            TypeElement owner = owner(element);
            for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
                String type = AnnotationReader.typeOf(mirror);
                boolean isUnused = Vocabulary.ACCESS.contains(type)
                        ? !mayHaveRoutes(owner, round) && withoutRoutes.add(owner)
                        : annotations.contains(mirror.getAnnotationType().asElement()) && !isRead(type, element, owner);
                if (isUnused) {
                    found.add(unused(type, element, owner));
                }
            }
        }
        found.sort(Comparator.comparing(
                        (UnusedAnnotationDecl unused) -> unused.owner().name())
                .thenComparing(unused -> unused.annotation().type()));
        return found;
    }

    /** One search finds the decisions on clients as well. */
    private TypeElement[] withAccess(Set<? extends TypeElement> annotations) {
        return Stream.concat(
                        annotations.stream(),
                        Vocabulary.ACCESS.stream().map(elements::getTypeElement).filter(Objects::nonNull))
                .toArray(TypeElement[]::new);
    }

    /** Whether another rule checks the decisions of the class, or controllers may take them over. */
    private boolean mayHaveRoutes(TypeElement owner, RoundEnvironment round) {
        return mayBeInherited(owner)
                || AnnotationReader.hasOne(owner, Vocabulary.CLASSES)
                || AnnotationReader.hasNotImported(owner)
                || owner.getEnclosedElements().stream()
                        .anyMatch(member -> AnnotationReader.hasOne(member, Vocabulary.METHODS))
                || isBaseOfController(owner, round);
    }

    private boolean isBaseOfController(TypeElement owner, RoundEnvironment round) {
        TypeElement controller = elements.getTypeElement(Vocabulary.CONTROLLER);
        return controller != null
                && round.getElementsAnnotatedWith(controller).stream()
                        .anyMatch(
                                other -> types.isSubtype(types.erasure(other.asType()), types.erasure(owner.asType())));
    }

    private static TypeElement owner(Element element) {
        Element at = element;
        while (!(at instanceof TypeElement)) {
            at = at.getEnclosingElement();
        }
        return (TypeElement) at;
    }

    private boolean isRead(String annotation, Element element, TypeElement owner) {
        if (AnnotationReader.hasNotImported(owner) || AnnotationReader.hasNotImported(element.getEnclosingElement())) {
            return true; // the compiler reports the missing import
        }
        if (Vocabulary.JSON_NAMES.contains(annotation)) {
            return annotation.equals(Vocabulary.KIND) ? isKind(owner) : JsonTypesReader.isAbstractSealed(owner);
        }
        if (annotation.equals(Vocabulary.CONVERT_WITH) && owner.equals(element) || isComponent(element, owner)) {
            return true; // whichever controllers use the type
        }
        boolean controller = AnnotationReader.hasOne(owner, Vocabulary.CLASSES);
        if (owner.equals(element)) {
            return controller || annotation.equals(Vocabulary.FILTERED) && mayBeInherited(owner);
        }
        if (annotation.equals(Vocabulary.FILTERED)) {
            return isRoute((ExecutableElement) element, owner);
        }
        if (Vocabulary.METHODS.contains(annotation)) {
            return controller || mayBeInherited(owner);
        }
        return isBound(element instanceof ExecutableElement ? element : element.getEnclosingElement(), owner);
    }

    /** Whether the type is a kind of a sealed type. */
    private boolean isKind(TypeElement type) {
        return new Hierarchy(elements, types)
                .lineage(type).stream()
                        .anyMatch(above -> !above.equals(type) && JsonTypesReader.isAbstractSealed(above));
    }

    /** A component of a record, or the parameter of its constructor that has the same annotations. Eclipse takes the component for a parameter. */
    private static boolean isComponent(Element element, TypeElement owner) {
        ElementKind around = element.getEnclosingElement().getKind();
        return element.getKind() == ElementKind.RECORD_COMPONENT
                || element.getKind() == ElementKind.PARAMETER
                        && owner.getKind() == ElementKind.RECORD
                        && (around == ElementKind.RECORD || around == ElementKind.CONSTRUCTOR);
    }

    private boolean isFilter(TypeElement type) {
        return new Hierarchy(elements, types)
                .lineage(type).stream()
                        .anyMatch(above -> above.getQualifiedName().contentEquals(Vocabulary.FILTER));
    }

    /** Controllers may take routes and filters from an abstract class or an interface, and filters from an annotation. */
    private static boolean mayBeInherited(TypeElement owner) {
        return owner.getKind().isInterface() || owner.getModifiers().contains(Modifier.ABSTRACT);
    }

    /** Most methods with such annotations are routes themselves; only for the others the hierarchy is searched, once per class. */
    private boolean isBound(Element element, TypeElement owner) {
        return element instanceof ExecutableElement method
                && method.getKind() == ElementKind.METHOD
                && (method.getSimpleName().contentEquals(Vocabulary.CONVERT) || isRoute(method, owner));
    }

    private boolean isRoute(ExecutableElement method, TypeElement owner) {
        return MethodReader.isCalled(method)
                || routes.computeIfAbsent(owner, this::routes).contains(method);
    }

    private Set<ExecutableElement> routes(TypeElement owner) {
        return new Hierarchy(elements, types)
                .methods(owner).stream()
                        .filter(chain -> chain.stream().anyMatch(MethodReader::isCalled))
                        .flatMap(List::stream)
                        .collect(Collectors.toSet());
    }

    private static String namesake(TypeElement owner) {
        return owner.getAnnotationMirrors().stream()
                .map(AnnotationReader::typeOf)
                .filter(type -> type.endsWith(".Controller") || type.endsWith(".RestController"))
                .filter(type -> !type.equals(Vocabulary.CONTROLLER))
                .findFirst()
                .orElse("");
    }

    private UnusedAnnotationDecl unused(String type, Element element, TypeElement owner) {
        AnnotationDecl annotation = new AnnotationReader(new TypeRefReader(elements, types), owner)
                .read(element).stream()
                        .filter(candidate -> candidate.type().equals(type))
                        .findFirst()
                        .orElseThrow();
        UnusedAnnotationDecl.Target target = switch (element.getKind()) {
            case METHOD -> UnusedAnnotationDecl.Target.METHOD;
            case PARAMETER -> UnusedAnnotationDecl.Target.PARAMETER;
            default -> UnusedAnnotationDecl.Target.TYPE;
        };
        return new UnusedAnnotationDecl(
                annotation,
                target,
                new UnusedAnnotationDecl.Owner(
                        owner.getQualifiedName().toString(),
                        owner.getSimpleName().toString(),
                        mayBeInherited(owner),
                        isFilter(owner),
                        namesake(owner),
                        new ElementOrigin(owner, owner)));
    }
}
