package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ResultModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.Optional;
import java.util.Set;

/** Reads the status that a method gives its response. */
final class StatusParser {
    /** Statuses whose responses have no content (RFC 9110 §15). */
    private static final Set<Integer> WITHOUT_CONTENT = Set.of(204, 205, 304);

    private StatusParser() {}

    /** The status of {@code @ResponseStatus}; empty if the method has none, or if a problem was reported. */
    static Optional<Integer> parse(MethodDecl method, ResultModel result, Problems problems) {
        Optional<AnnotationDecl> annotation = method.annotation(Vocabulary.RESPONSE_STATUS);
        if (annotation.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> status = annotation.get().value(Vocabulary.VALUE).flatMap(value -> number(value.text()));
        if (status.isEmpty() || status.get() < 200 || status.get() > 599) {
            return reported(
                    annotation.get(),
                    ProblemCode.NO_STATUS,
                    "is not the status of a response.",
                    "Write a number from 200 to 599.",
                    problems);
        }
        if (result instanceof ResultModel.Unusable) {
            return Optional.empty();
        }
        if (result.hasStatus()) {
            return reported(
                    annotation.get(),
                    ProblemCode.STATUS_TWICE,
                    "has no effect on the method " + method.name() + ": its "
                            + method.result().text() + " has a status.",
                    "Remove it, and give the result the status.",
                    problems);
        }
        if (WITHOUT_CONTENT.contains(status.get()) && !result.isNothing()) {
            return reported(
                    annotation.get(),
                    ProblemCode.STATUS_WITHOUT_CONTENT,
                    "is for responses without content, and the method " + method.name() + " returns "
                            + method.result().text() + ".",
                    "Return void, or write another status.",
                    problems);
        }
        return status;
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> reported(
            AnnotationDecl annotation, ProblemCode code, String what, String fix, Problems problems) {
        String number =
                annotation.value(Vocabulary.VALUE).map(value -> value.text()).orElse("");
        problems.add(code, annotation.originOf(Vocabulary.VALUE), "@ResponseStatus(" + number + ") " + what, fix);
        return Optional.empty();
    }
}
