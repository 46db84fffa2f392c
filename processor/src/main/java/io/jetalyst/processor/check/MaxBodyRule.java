package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.Source;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.Optional;

/**
 * A limit of a body or a file is 1 or more. A method that has one takes a body, and a field that has one is a file. A controller may have one for
 * those of its methods that take a body.
 */
final class MaxBodyRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        for (RouteModel route : controller.routes()) {
            Optional<AnnotationDecl> own = route.method().annotation(Vocabulary.MAX_BODY);
            if (own.isPresent()
                    && route.bodies().isEmpty()
                    && route.formFields().isEmpty()) {
                problems.add(
                        ProblemCode.NO_BODY_TO_LIMIT,
                        own.get().origin(),
                        "@MaxBody has no effect on " + route.method().name() + ", which takes no body.",
                        "Remove it, or take the body with @Body or @FormParam.");
            }
            own.flatMap(annotation -> annotation.value(Vocabulary.VALUE))
                    .ifPresent(value -> positive("@MaxBody", value, problems));
            route.formFields().forEach(field -> file(field, problems));
        }
        controller
                .type()
                .annotation(Vocabulary.MAX_BODY)
                .flatMap(annotation -> annotation.value(Vocabulary.VALUE))
                .ifPresent(value -> positive("@MaxBody", value, problems));
    }

    private static void file(ParamModel field, Problems problems) {
        Optional<ValueDecl> limit = field.declaration()
                .annotation(Source.FORM.annotation())
                .flatMap(annotation -> annotation.value(Vocabulary.MAX_BYTES));
        if (limit.isEmpty()) {
            return;
        }
        if (field instanceof ParamModel.Upload) {
            positive("maxBytes", limit.get(), problems);
        } else {
            problems.add(
                    ProblemCode.NO_BODY_TO_LIMIT,
                    limit.get().origin(),
                    "maxBytes has no effect on " + field.declaration().name() + ", which is no file.",
                    "Remove it. @MaxBody limits the whole form.");
        }
    }

    private static void positive(String limit, ValueDecl value, Problems problems) {
        if (value.text().matches("-?\\d+") && Long.parseLong(value.text()) < 1) {
            problems.add(
                    ProblemCode.BODY_LIMIT_WITHOUT_ROOM,
                    value.origin(),
                    limit + " must be at least 1, not " + value.text() + ".",
                    "Write the number of bytes, as a long if it is larger than an int: 5_000_000_000L.");
        }
    }
}
