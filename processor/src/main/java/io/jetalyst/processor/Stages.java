package io.jetalyst.processor;

import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.check.Checker;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.parse.ControllerParser;
import io.jetalyst.processor.problem.Problems;
import java.util.Optional;

/** The way of a declaration to a checked model, the same for both processors. */
final class Stages {
    private Stages() {}

    /** @return the controller, unless there is an error */
    static Optional<Checked<ControllerModel>> check(TypeDecl read, Options options, Problems problems) {
        TypeDecl declaration = options.validation() ? read : read.withoutConstraints();
        Checker.checkTypeArguments(declaration, problems);
        if (problems.hasErrors()) {
            return Optional.empty(); // no type of a method is known
        }
        ControllerModel model = new ControllerParser(problems).parse(declaration);
        if (options.denyByDefault()) {
            Checker.checkDeclaredAccess(model, problems);
        }
        return Checker.check(model, problems);
    }

    /** The routes of a controller with errors that other code may link to: those whose paths and parameters have none. */
    static ControllerModel readable(TypeDecl declaration) {
        Problems reported = new Problems();
        Checker.checkTypeArguments(declaration, reported);
        return reported.hasErrors()
                ? ControllerModel.empty(declaration)
                : new ControllerParser(reported).parse(declaration).linkable();
    }
}
