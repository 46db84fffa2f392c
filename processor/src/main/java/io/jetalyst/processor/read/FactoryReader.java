package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.Access;
import io.jetalyst.processor.decl.FactoryDecl;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Finds the static methods by which a class makes instances of itself from a text. */
final class FactoryReader {
    /** The names of such methods; the first one counts. */
    private static final List<String> NAMES = List.of("of", "valueOf", "parse");

    private static final Set<String> TEXTS = Set.of("java.lang.String", "java.lang.CharSequence");

    private final Types types;
    private final TypeRefReader typeRefs;

    FactoryReader(Types types, TypeRefReader typeRefs) {
        this.types = types;
        this.typeRefs = typeRefs;
    }

    /** The methods in the order of their names. The {@code valueOf} that every enum has is none: it knows the names of constants only. */
    List<FactoryDecl> read(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> NAMES.contains(method.getSimpleName().toString()))
                .filter(method -> isFactory(method, type))
                .filter(method -> type.getKind() != ElementKind.ENUM
                        || !method.getSimpleName().contentEquals("valueOf"))
                .sorted(Comparator.comparing(
                        method -> NAMES.indexOf(method.getSimpleName().toString())))
                .map(method -> new FactoryDecl(
                        method.getSimpleName().toString(), access(method), typeRefs.deprecation(method)))
                .toList();
    }

    private boolean isFactory(ExecutableElement method, TypeElement type) {
        return method.getModifiers().contains(Modifier.STATIC)
                && !method.getModifiers().contains(Modifier.PRIVATE)
                && !method.isVarArgs()
                && method.getParameters().size() == 1
                && isText(method.getParameters().get(0).asType())
                && returns(method, type);
    }

    private static boolean isText(TypeMirror param) {
        return param instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && TEXTS.contains(element.getQualifiedName().toString());
    }

    /** Whether the method returns the type itself. That of a generic class has type parameters, from which the compiler infers the arguments. */
    private boolean returns(ExecutableElement method, TypeElement type) {
        return method.getReturnType() instanceof DeclaredType result
                && types.isSameType(types.erasure(result), types.erasure(type.asType()))
                && (type.getTypeParameters().isEmpty()
                        || !method.getTypeParameters().isEmpty());
    }

    private static Access access(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.PUBLIC) ? Access.EVERYBODY : Access.ITS_PACKAGE;
    }
}
