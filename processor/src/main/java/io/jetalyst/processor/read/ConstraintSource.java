package io.jetalyst.processor.read;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Types with their constraints as source code, in which every name is qualified. A class with constraints gets a {@code @Valid}. */
final class ConstraintSource {
    private final Elements elements;
    private final Predicate<TypeElement> constrained;

    /** @param constrained whether a class has constraints */
    ConstraintSource(Elements elements, Predicate<TypeElement> constrained) {
        this.elements = elements;
        this.constrained = constrained;
    }

    /** {@code @jakarta.validation.constraints.Min(1) int}. */
    String component(TypeMirror type, List<? extends AnnotationMirror> annotations) {
        Map<Boolean, List<AnnotationMirror>> ofType = annotations.stream()
                .collect(Collectors.partitioningBy(ConstraintSource::precedesSimpleName, Collectors.toList()));
        return annotations(type, ofType.get(false)) + source(type, declared(ofType.get(true)));
    }

    /**
     * Whether an annotation of a record component is one of its type only, at least where the compiler copies it to the accessor. Such a one
     * cannot precede a qualified name (JLS §9.7.4).
     */
    private static boolean precedesSimpleName(AnnotationMirror annotation) {
        List<String> targets = annotation.getAnnotationType().asElement().getAnnotationMirrors().stream()
                .filter(meta -> AnnotationReader.typeOf(meta).equals("java.lang.annotation.Target"))
                .flatMap(meta -> meta.getElementValues().values().stream())
                .flatMap(value -> ((List<?>) value.getValue()).stream())
                .map(target -> ((AnnotationValue) target).getValue().toString())
                .toList();
        return targets.contains("TYPE_USE") && !targets.contains("METHOD");
    }

    /** The constraints of a type, and {@code @Valid} if its class has some. */
    private String annotations(TypeMirror type, List<? extends AnnotationMirror> annotations) {
        boolean valid = type instanceof DeclaredType declared
                && constrained.test((TypeElement) declared.asElement())
                && annotations.stream()
                        .noneMatch(annotation ->
                                AnnotationReader.typeOf(annotation).equals("jakarta.validation.Valid"));
        return declared(annotations) + (valid ? "@jakarta.validation.Valid " : "");
    }

    private String declared(List<? extends AnnotationMirror> annotations) {
        return annotations.stream()
                .filter(ConstraintReader::isConstraint)
                .map(this::source)
                .distinct()
                .map(constraint -> constraint + " ")
                .collect(Collectors.joining());
    }

    /** @param annotations those of the type, which precede its simple name */
    private String source(TypeMirror type, String annotations) {
        if (type.getKind().isPrimitive()) {
            return annotations + type.getKind().name().toLowerCase(Locale.ROOT);
        }
        if (type instanceof ArrayType array) {
            return source(array.getComponentType(), annotations) + "[]";
        }
        if (!(type instanceof DeclaredType declared)) {
            return annotations + type; // a rule reports types that code cannot name
        }
        String name = nameOf(declared);
        int simple = name.lastIndexOf('.') + 1;
        String arguments = declared.getTypeArguments().stream()
                .map(argument -> source(argument, annotations(argument, argument.getAnnotationMirrors())))
                .collect(Collectors.joining(", "));
        return name.substring(0, simple)
                + annotations
                + name.substring(simple)
                + (arguments.isEmpty() ? "" : "<" + arguments + ">");
    }

    private static String nameOf(DeclaredType type) {
        return ((TypeElement) type.asElement()).getQualifiedName().toString();
    }

    private String source(AnnotationMirror annotation) {
        String values = annotation.getElementValues().entrySet().stream()
                .map(entry -> member(entry.getKey(), annotation)
                        + value(entry.getValue().getValue()))
                .collect(Collectors.joining(", "));
        return "@" + AnnotationReader.typeOf(annotation) + (values.isEmpty() ? "" : "(" + values + ")");
    }

    private static String member(ExecutableElement member, AnnotationMirror annotation) {
        boolean alone = annotation.getElementValues().size() == 1;
        return alone && member.getSimpleName().contentEquals("value") ? "" : member.getSimpleName() + " = ";
    }

    private String value(Object value) {
        if (value instanceof VariableElement constant) {
            Element type = constant.getEnclosingElement();
            return ((TypeElement) type).getQualifiedName() + "." + constant.getSimpleName();
        }
        if (value instanceof TypeMirror type) {
            return source(type, "") + ".class";
        }
        if (value instanceof AnnotationMirror nested) {
            return source(nested);
        }
        return value instanceof List<?> items
                ? items.stream()
                        .map(item -> value(((AnnotationValue) item).getValue()))
                        .collect(Collectors.joining(", ", "{", "}"))
                : elements.getConstantExpression(value);
    }
}
