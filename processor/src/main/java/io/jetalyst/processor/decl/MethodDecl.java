package io.jetalyst.processor.decl;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A method as the controller has it: type variables of generic bases are replaced, and annotations may come from a method it
 * overrides. A constructor is one too.
 *
 * @param typeParameters the names of the method's own type variables
 * @param filtered the filters of the method alone, the outermost first
 * @param access the decision of the method alone on its clients; several are a mistake
 * @param declaredIn the class or interface that declares it
 * @param thrown the exceptions it declares
 */
public record MethodDecl(
        String name,
        Set<Modifier> modifiers,
        List<String> typeParameters,
        TypeRef result,
        List<ParamDecl> params,
        boolean varargs,
        List<TypeRef> thrown,
        List<AnnotationDecl> annotations,
        List<FilteredDecl> filtered,
        List<AccessDecl> access,
        ClassRef declaredIn,
        Deprecation deprecation,
        Origin origin)
        implements Annotated {

    MethodDecl withoutConstraints() {
        return new MethodDecl(
                name,
                modifiers,
                typeParameters,
                result,
                params.stream().map(ParamDecl::withoutConstraints).toList(),
                varargs,
                thrown,
                ParamDecl.withoutConstraints(annotations),
                filtered,
                access,
                declaredIn,
                deprecation,
                origin);
    }

    public boolean has(Modifier modifier) {
        return modifiers.contains(modifier);
    }

    /** Whether a type names one of the method's own type variables. */
    public boolean leavesOpen(TypeRef type) {
        if (type instanceof TypeRef.Declared declared) {
            return declared.arguments().stream().anyMatch(this::leavesOpen);
        }
        return type instanceof TypeRef.Array array
                ? leavesOpen(array.component())
                : type instanceof TypeRef.Other && typeParameters.contains(type.text());
    }

    /** {@code page(String, int)}: tells overloads apart. */
    public String signature() {
        return name + params.stream().map(param -> param.type().text()).collect(Collectors.joining(", ", "(", ")"));
    }

    /** The exceptions that a caller must declare. */
    public List<TypeRef.Declared> checkedExceptions() {
        return thrown.stream()
                .filter(TypeRef.Declared.class::isInstance)
                .map(TypeRef.Declared.class::cast)
                .filter(type -> !type.isA("java.lang.RuntimeException") && !type.isA("java.lang.Error"))
                .toList();
    }
}
