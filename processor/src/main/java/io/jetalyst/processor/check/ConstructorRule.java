package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.Access;
import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.Modifier;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.problem.AccessFix;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.stream.Collectors;

/** There is one constructor to call, and each of its parameters can be looked up by its class. */
final class ConstructorRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        TypeDecl type = controller.type();
        boolean isClass = type.facts().kind() == Kind.CLASS || type.facts().kind() == Kind.RECORD;
        if (!isClass || type.facts().access() == Access.NOBODY) {
            return; // another rule reports it
        }
        check(type, "controller", type.name().packageName(), problems);
    }

    /** @param packageName the package of the generated table */
    static void check(TypeDecl type, String noun, String packageName, Problems problems) {
        if (type.constructors().size() != 1) {
            count(type, noun, problems);
            return;
        }
        MethodDecl constructor = type.constructors().get(0);
        access(type, constructor, packageName, problems);
        constructor
                .params()
                .forEach(param -> ParamModel.Role.of(param.type())
                        .ifPresentOrElse(
                                role -> ofRequest(type, noun, param, role, problems),
                                () -> param(packageName, param, problems)));
        if (!constructor.checkedExceptions().isEmpty()) {
            problems.add(
                    ProblemCode.CONSTRUCTOR_THROWS,
                    constructor.origin(),
                    "The constructor of " + type.name().simpleName() + " throws "
                            + constructor.checkedExceptions().stream()
                                    .map(TypeRef::text)
                                    .collect(Collectors.joining(", "))
                            + ".",
                    "Do what may fail where its parameters are created, or throw an unchecked exception.");
        }
    }

    private static void access(TypeDecl type, MethodDecl constructor, String packageName, Problems problems) {
        if (!constructor.has(Modifier.PUBLIC) && !type.name().packageName().equals(packageName)) {
            problems.add(
                    ProblemCode.AMBIGUOUS_CONSTRUCTOR,
                    constructor.origin(),
                    "The constructor of " + type.name().simpleName()
                            + " is not public, and the generated table is in another package.",
                    "Make it public.");
        }
    }

    private static void count(TypeDecl type, String noun, Problems problems) {
        int count = type.constructors().size();
        problems.add(
                ProblemCode.AMBIGUOUS_CONSTRUCTOR,
                count == 0 ? type.origin() : type.constructors().get(1).origin(),
                "The " + noun + " " + type.name().simpleName() + " has "
                        + (count == 0 ? "no constructor" : count + " constructors")
                        + " that the generated table can call.",
                count == 0 ? "Make one package-private." : "Make all but one private.");
    }

    /** There is one instance for all requests, so nothing could look up an object of one request. */
    private static void ofRequest(
            TypeDecl type, String noun, ParamDecl param, ParamModel.Role role, Problems problems) {
        String name = type.name().simpleName();
        problems.add(
                ProblemCode.CONSTRUCTOR_PARAMETER,
                param.origin(),
                "The constructor parameter " + param.name() + " has the type "
                        + param.type().text() + ", which belongs to one request, and there is one " + name
                        + " for all requests.",
                switch (noun) {
                    case "filter" ->
                        role == ParamModel.Role.HANDSHAKE || role == ParamModel.Role.CONTEXT
                                ? "Remove it: the method filter has the context of each request."
                                : "Remove it, and call " + role.expression() + " in the method filter.";
                    case "converter" -> "Take a Request or a Context in the method convert.";
                    default -> "Make it a parameter of the methods that need it.";
                });
    }

    private static void param(String packageName, ParamDecl param, Problems problems) {
        TypeRef given = param.type();
        boolean named = given instanceof TypeRef.Declared declared && !declared.is("java.lang.String");
        if (named && !((TypeRef.Declared) given).visibleIn(packageName)) {
            problems.add(
                    ProblemCode.CONSTRUCTOR_PARAMETER,
                    param.origin(),
                    "The generated table cannot name " + given.text() + ", the type of " + param.name() + ".",
                    AccessFix.of((TypeRef.Declared) given, packageName));
        } else if (!named) {
            problems.add(
                    ProblemCode.CONSTRUCTOR_PARAMETER,
                    param.origin(),
                    "The constructor parameter " + param.name() + " has the type " + given.text()
                            + ", which cannot be looked up.",
                    "Write a class that holds it, take that class, and bind an instance with App.builder().bind(…).");
        }
    }
}
