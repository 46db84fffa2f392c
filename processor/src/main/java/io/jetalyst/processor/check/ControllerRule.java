package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.Access;
import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.Modifier;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;

/** The generated table makes the controller with {@code new}, so it must be a class that can be made so. */
final class ControllerRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        TypeDecl type = controller.type();
        String name = type.name().simpleName();
        if (type.facts().access() == Access.NOBODY) {
            problems.add(
                    ProblemCode.PRIVATE_CONTROLLER,
                    type.origin(),
                    "The controller " + name + " is private, or in a private class.",
                    "Make it and the classes around it package-private or public.");
        }
        kind(type, name, problems);
        if (type.inner()) {
            problems.add(
                    ProblemCode.INNER_CONTROLLER,
                    type.origin(),
                    "The controller " + name + " is an inner class, which needs an instance of another.",
                    "Make it and the classes around it static.");
        }
        if (type.facts().generic()) {
            problems.add(
                    ProblemCode.GENERIC_CONTROLLER,
                    type.origin(),
                    "The controller " + name + " has type parameters.",
                    "Give them in a sub-class, and make that the controller.");
        }
        if (controller.routes().isEmpty() && !problems.hasErrors()) {
            problems.add(
                    ProblemCode.NO_ROUTE,
                    type.origin(),
                    "The controller " + name + " has no route.",
                    "Add @Get, @WebSocket or their like to a method, and check the imports: io.jetalyst.annotation.");
        }
    }

    private static void kind(TypeDecl type, String name, Problems problems) {
        Kind kind = type.facts().kind();
        boolean isAbstract = type.modifiers().contains(Modifier.ABSTRACT);
        if (kind == Kind.CLASS && isAbstract || kind != Kind.CLASS && kind != Kind.RECORD) {
            problems.add(
                    ProblemCode.NOT_A_CLASS,
                    type.origin(),
                    "The controller " + name + " is an " + (kind == Kind.CLASS ? "abstract class" : kind.word()) + ".",
                    "Make a class of it that is not abstract.");
        }
    }
}
