package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.ConstraintsDecl;
import io.jetalyst.processor.decl.ConstraintsDecl.Unchecked;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads the constraints of one parameter, and of the classes that its validation reaches. */
final class ConstraintReader {
    private static final String VALID = "jakarta.validation.Valid";
    private static final String DEFAULT = "jakarta.validation.groups.Default";

    /** The types whose content is validated in their place. */
    private static final Set<String> HOLDERS = Set.of("java.util.Optional", Vocabulary.SUBMITTED);

    private final Function<TypeElement, ClassRef> names;
    private final ConstraintSource source;
    /** The classes that were reached, and whether each has constraints. */
    private final Map<TypeElement, Boolean> reached = new LinkedHashMap<>();

    private final List<Unchecked> unchecked = new ArrayList<>();

    ConstraintReader(Elements elements, Function<TypeElement, ClassRef> names) {
        this.names = names;
        this.source = new ConstraintSource(elements, this::isConstrained);
    }

    /** @param annotations those of the parameter */
    ConstraintsDecl read(TypeMirror type, List<? extends AnnotationMirror> annotations) {
        if (type instanceof DeclaredType holder
                && isHolder(holder)
                && !holder.getTypeArguments().isEmpty()) {
            TypeMirror content = holder.getTypeArguments().get(0);
            return read(
                    content,
                    Stream.concat(annotations.stream(), content.getAnnotationMirrors().stream())
                            .toList());
        }
        List<? extends AnnotationMirror> constraints =
                annotations.stream().filter(ConstraintReader::isConstraint).toList();
        boolean own = constraints.stream()
                        .anyMatch(annotation ->
                                !AnnotationReader.typeOf(annotation).equals(VALID))
                || type instanceof DeclaredType container && containsConstraints(container);
        reach(type);
        List<ClassRef> classes = reached.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(entry -> names.apply(entry.getKey()))
                .toList();
        return !own && classes.isEmpty() && unchecked.isEmpty()
                ? ConstraintsDecl.NONE
                : new ConstraintsDecl(own, isOutOfReach(type), source.component(type, constraints), classes, unchecked);
    }

    static boolean isConstraint(AnnotationMirror annotation) {
        String name = AnnotationReader.typeOf(annotation);
        return name.equals(VALID)
                || name.startsWith("jakarta.validation.constraints.")
                || name.startsWith("io.avaje.validation.constraints.")
                || AnnotationReader.has(annotation.getAnnotationType().asElement(), "jakarta.validation.Constraint");
    }

    /** The constraints of the arguments of a type, at whatever depth. */
    static List<AnnotationMirror> inArguments(TypeMirror type) {
        if (!(type instanceof DeclaredType declared)) {
            return List.of();
        }
        return declared.getTypeArguments().stream()
                .flatMap(argument -> Stream.concat(
                        argument.getAnnotationMirrors().stream().filter(ConstraintReader::isConstraint),
                        inArguments(argument).stream()))
                .toList();
    }

    private static boolean isConstrained(List<? extends AnnotationMirror> annotations) {
        return annotations.stream().anyMatch(ConstraintReader::isConstraint);
    }

    /** Whether an argument of the type has constraints, at whatever depth. */
    private boolean containsConstraints(DeclaredType type) {
        return type.getTypeArguments().stream()
                .anyMatch(argument -> isConstrained(argument.getAnnotationMirrors())
                        || argument instanceof DeclaredType declared
                                && (isConstrained((TypeElement) declared.asElement())
                                        || containsConstraints(declared)));
    }

    /** Whether a field of this class has constraints. */
    static boolean hasConstraints(TypeElement type) {
        return fields(type).stream().anyMatch(ConstraintReader::isConstrained);
    }

    /** Whether a field of this class, or of one that a sealed type permits, has constraints. */
    private boolean isConstrained(TypeElement type) {
        return isOfApplication(type)
                && (hasConstraints(type)
                        || type.getPermittedSubclasses().stream()
                                .anyMatch(kind -> isConstrained((TypeElement) ((DeclaredType) kind).asElement())));
    }

    private static boolean isOfApplication(TypeElement type) {
        return !type.getQualifiedName().toString().startsWith("java.");
    }

    private static boolean isConstrained(VariableElement field) {
        return isConstrained(field.getAnnotationMirrors())
                || field.asType() instanceof DeclaredType type && hasConstrainedArgument(type);
    }

    private static boolean hasConstrainedArgument(DeclaredType type) {
        return type.getTypeArguments().stream()
                .anyMatch(argument -> isConstrained(argument.getAnnotationMirrors())
                        || argument instanceof DeclaredType declared && hasConstrainedArgument(declared));
    }

    private static List<VariableElement> fields(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .toList();
    }

    /** Adds the classes in a type, and those that they refer to with {@code @Valid}. */
    private void reach(TypeMirror type) {
        if (type instanceof ArrayType array) {
            reach(array.getComponentType());
        } else if (type instanceof DeclaredType declared) {
            declared.getTypeArguments().forEach(this::reach);
            TypeElement element = (TypeElement) declared.asElement();
            if (isOfApplication(element) && !reached.containsKey(element)) {
                boolean adapter = !element.getModifiers().contains(Modifier.SEALED);
                reached.put(element, adapter && isConstrained(element));
                element.getPermittedSubclasses().forEach(this::reach);
                fields(element).forEach(this::reachMember);
            }
        }
    }

    /**
     * Whether the type has constraints that the validator does not reach: it checks the elements of a list, but neither those of arrays nor those
     * of lists within lists.
     */
    private boolean isOutOfReach(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return constrainedIn(array.getComponentType()).isPresent();
        }
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().stream()
                        .anyMatch(argument ->
                                isHolder(declared) ? isOutOfReach(argument) : isConstrainedContainer(argument));
    }

    private boolean isConstrainedContainer(TypeMirror type) {
        return type instanceof ArrayType array
                ? isOutOfReach(array)
                : type instanceof DeclaredType declared
                        && !isOfApplication((TypeElement) declared.asElement())
                        && containsConstraints(declared);
    }

    private static boolean isHolder(DeclaredType type) {
        return HOLDERS.contains(
                ((TypeElement) type.asElement()).getQualifiedName().toString());
    }

    private void reachMember(VariableElement field) {
        if (Stream.concat(field.getAnnotationMirrors().stream(), inArguments(field.asType()).stream())
                .anyMatch(ConstraintReader::isGrouped)) {
            unchecked.add(unchecked(field, Optional.empty(), true));
            return;
        }
        if (isOutOfReach(field.asType())) {
            unchecked.add(unchecked(field, Optional.empty(), false));
        } else if (hasValid(field, field.asType())) {
            reach(field.asType());
        } else {
            constrainedIn(field.asType()).ifPresent(type -> unchecked.add(unchecked(field, Optional.of(type), false)));
        }
    }

    private static Unchecked unchecked(VariableElement field, Optional<TypeElement> type, boolean grouped) {
        return new Unchecked(
                field.getEnclosingElement().getSimpleName() + "." + field.getSimpleName(),
                type.map(found -> found.getSimpleName().toString()),
                grouped,
                new ElementOrigin(field, (TypeElement) field.getEnclosingElement()));
    }

    /** Whether the constraint belongs to other groups than {@code Default}. */
    private static boolean isGrouped(AnnotationMirror annotation) {
        return isConstraint(annotation)
                && annotation.getElementValues().entrySet().stream()
                        .filter(entry -> entry.getKey().getSimpleName().contentEquals("groups"))
                        .flatMap(entry -> ((List<?>) entry.getValue().getValue()).stream())
                        .anyMatch(group -> !(((AnnotationValue) group).getValue() instanceof DeclaredType type
                                && ((TypeElement) type.asElement())
                                        .getQualifiedName()
                                        .contentEquals(DEFAULT)));
    }

    private static boolean hasValid(Element field, TypeMirror type) {
        return AnnotationReader.has(field, VALID) || hasValid(type);
    }

    private static boolean hasValid(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().stream()
                        .anyMatch(argument -> argument.getAnnotationMirrors().stream()
                                        .anyMatch(annotation -> AnnotationReader.typeOf(annotation)
                                                .equals(VALID))
                                || hasValid(argument));
    }

    private Optional<TypeElement> constrainedIn(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return constrainedIn(array.getComponentType());
        }
        if (!(type instanceof DeclaredType declared)) {
            return Optional.empty();
        }
        TypeElement element = (TypeElement) declared.asElement();
        return isConstrained(element)
                ? Optional.of(element)
                : declared.getTypeArguments().stream()
                        .flatMap(argument -> constrainedIn(argument).stream())
                        .findFirst();
    }
}
