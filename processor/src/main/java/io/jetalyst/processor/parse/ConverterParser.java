package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.Modifier;
import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ConverterModel;
import io.jetalyst.processor.problem.AccessFix;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;
import java.util.Optional;

/** Finds the converter of a parameter, and reads its method. A mistake in a converter is reported there, once for all of its uses. */
final class ConverterParser {
    private static final String FORM =
            "Write a method such as Optional<Project> convert(long id), whose last parameter is the text.";

    private final TypeDecl controller;
    private final Problems problems;

    ConverterParser(TypeDecl controller, Problems problems) {
        this.controller = controller;
        this.problems = problems;
    }

    /** The class that the parameter names, or else the type of its values. */
    Optional<TypeDecl> of(ParamDecl param, Optional<TypeRef> element) {
        return param.annotation(Vocabulary.CONVERT_WITH)
                .flatMap(annotation -> annotation.value(Vocabulary.VALUE))
                .map(ValueDecl::text)
                .or(() -> element.filter(TypeRef.Declared.class::isInstance)
                        .flatMap(type -> ((TypeRef.Declared) type).facts().converter()))
                .map(controller.references().converters()::get);
    }

    /** The converter of this class; empty if a problem was reported. */
    Optional<ConverterModel> parse(TypeDecl type) {
        String name = type.name().simpleName();
        List<MethodDecl> methods = type.handlers();
        if (!isCreatable(type)) {
            return Optional.empty();
        }
        if (methods.isEmpty()) {
            return problem(
                    ProblemCode.NO_CONVERT_METHOD,
                    type.origin(),
                    "The converter " + name + " has no method convert that is not private.",
                    FORM);
        }
        if (methods.size() > 1) {
            return problem(
                    ProblemCode.SEVERAL_CONVERT_METHODS,
                    methods.get(1).origin(),
                    "The converter " + name + " has " + methods.size()
                            + " methods convert, so which one is meant is not known.",
                    "Keep one, and rename the others or make them private.");
        }
        return method(type, methods.get(0));
    }

    private boolean isCreatable(TypeDecl type) {
        String name = type.name().simpleName();
        TypeRef.Declared self = new TypeRef.Declared(type.name(), List.of(), type.facts());
        Kind kind = type.facts().kind();
        String packageName = controller.name().packageName();
        if (kind != Kind.CLASS && kind != Kind.RECORD || type.modifiers().contains(Modifier.ABSTRACT)) {
            problem(
                    ProblemCode.CONVERTER_CLASS,
                    type.origin(),
                    "The converter " + name + " is an " + (kind == Kind.CLASS ? "abstract class" : kind.word())
                            + ", and the generated table cannot create an instance of it.",
                    "Name a class that implements it.");
        } else if (type.inner() || type.facts().generic()) {
            problem(
                    ProblemCode.CONVERTER_CLASS,
                    type.origin(),
                    "The converter " + name + (type.inner() ? " is an inner class." : " has type parameters."),
                    type.inner()
                            ? "Make it and the classes around it static."
                            : "Give the types in a subclass, and name the subclass.");
        } else if (!self.visibleIn(packageName)) {
            problem(
                    ProblemCode.CONVERTER_CLASS,
                    type.origin(),
                    "The generated table cannot name the converter " + name + ".",
                    AccessFix.of(self, packageName));
        } else {
            return true;
        }
        return false;
    }

    private Optional<ConverterModel> method(TypeDecl type, MethodDecl method) {
        String name = "The method convert of " + type.name().simpleName();
        Optional<String> mistake = mistake(method);
        if (mistake.isPresent()) {
            return problem(ProblemCode.CONVERT_METHOD_FORM, method.origin(), name + mistake.get(), FORM);
        }
        boolean visible = method.has(Modifier.PUBLIC)
                || method.declaredIn().packageName().equals(controller.name().packageName());
        if (!visible) {
            return problem(
                    ProblemCode.CONVERT_METHOD_FORM,
                    method.origin(),
                    name + " is not public, and the generated table is in another package.",
                    "Make it public.");
        }
        ParamDecl last = method.params().get(method.params().size() - 1);
        if (ConversionParser.parse(last.type(), controller.name().packageName()).isEmpty()) {
            return problem(
                    ProblemCode.CONVERT_METHOD_FORM,
                    last.origin(),
                    name + " takes the text " + last.name() + " as "
                            + last.type().text() + ", to which no text is converted.",
                    "Let its last parameter be a String, a long, or another type that a text is converted to.");
        }
        return Optional.of(model(type, method));
    }

    private static Optional<String> mistake(MethodDecl method) {
        boolean nothing = method.result().equals(new TypeRef.Primitive("void"));
        boolean throwable = method.checkedExceptions().stream().anyMatch(type -> !type.isA("java.lang.Exception"));
        if (method.has(Modifier.STATIC)) {
            return Optional.of(" is static.");
        }
        if (method.params().isEmpty()) {
            return Optional.of(" takes no text.");
        }
        if (nothing) {
            return Optional.of(" returns nothing.");
        }
        if (method.varargs()) {
            return Optional.of(" takes a variable number of arguments.");
        }
        if (!method.typeParameters().isEmpty()) {
            return Optional.of(" has type parameters.");
        }
        return throwable ? Optional.of(" throws Throwable.") : Optional.empty();
    }

    private static ConverterModel model(TypeDecl type, MethodDecl method) {
        boolean later = isA(method.result(), "java.util.concurrent.CompletionStage");
        TypeRef inner = later ? argument(method.result()) : method.result();
        boolean optional = isA(inner, "java.util.Optional");
        return new ConverterModel(type, method, optional ? argument(inner) : inner, optional, later);
    }

    private static boolean isA(TypeRef type, String name) {
        return type instanceof TypeRef.Declared declared && declared.arguments().size() == 1 && declared.isA(name);
    }

    private static TypeRef argument(TypeRef type) {
        return ((TypeRef.Declared) type).arguments().get(0);
    }

    private Optional<ConverterModel> problem(ProblemCode code, Origin origin, String what, String fix) {
        problems.add(code, origin, what, fix);
        return Optional.empty();
    }
}
