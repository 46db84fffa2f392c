package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.Access;
import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.Modifier;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;

/** The generated table creates the controller with {@code new}, so it must be a concrete class. */
final class ControllerRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        TypeDecl type = controller.type();
        String name = type.name().simpleName();
        if (type.facts().access() == Access.NOBODY) {
            problems.add(
                    ProblemCode.PRIVATE_CONTROLLER,
                    type.origin(),
                    "The controller " + name
                            + " is private, or in a private class, so the generated table cannot name it.",
                    "Make it and the classes around it package-private or public.");
        }
        kind(type, name, problems);
        if (type.inner()) {
            problems.add(
                    ProblemCode.INNER_CONTROLLER,
                    type.origin(),
                    "The controller " + name + " is an inner class, which needs an instance of the class around it.",
                    "Make it and the classes around it static.");
        }
        if (controller.isGlobal() && controller.errors().isEmpty() && !problems.hasErrors()) {
            problems.add(
                    ProblemCode.NO_ROUTE,
                    type.origin(),
                    "The class " + name + " has @ErrorHandlers, and no method that handles an exception.",
                    "Add @OnError to a method, and import it from io.jetalyst.annotation.");
        }
        if (controller.routes().isEmpty() && !controller.isGlobal() && !problems.hasErrors()) {
            problems.add(
                    ProblemCode.NO_ROUTE,
                    type.origin(),
                    "The controller " + name + " has no route.",
                    "Add an annotation such as @Get or @WebSocket to a method, and import it from io.jetalyst.annotation.");
        }
    }

    private static void kind(TypeDecl type, String name, Problems problems) {
        Kind kind = type.facts().kind();
        boolean isAbstract = type.modifiers().contains(Modifier.ABSTRACT);
        if (kind == Kind.CLASS && isAbstract || kind != Kind.CLASS && kind != Kind.RECORD) {
            problems.add(
                    ProblemCode.NOT_A_CLASS,
                    type.origin(),
                    "The controller " + name + " is an " + (kind == Kind.CLASS ? "abstract class" : kind.word())
                            + ", and the generated table cannot create an instance of it.",
                    kind == Kind.INTERFACE || kind == Kind.CLASS
                            ? "Move @Controller to the class that " + (kind == Kind.CLASS ? "extends" : "implements")
                                    + " it: its routes are inherited."
                            : "Make it a class.");
        }
    }
}
