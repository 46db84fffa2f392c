package io.jetalyst.internal.failure;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Response;

/** A problem as plain text: one sentence a line. */
final class ProblemText {
    private ProblemText() {}

    /**
     * @param instance a name of this occurrence; empty if it has none
     * @param language of the sentences about mistakes
     */
    static Response of(HttpProblem problem, String instance, Language language) {
        StringBuilder text = new StringBuilder()
                .append(problem.status())
                .append('\n')
                .append(problem.detail())
                .append('\n');
        if (problem.errors().size() > 1) { // the detail is the sentence of a single one
            for (InputError error : problem.errors()) {
                text.append("- ").append(language.sentence(error)).append('\n');
            }
        }
        if (!instance.isEmpty()) {
            text.append("Reference: ").append(instance).append('\n');
        }
        problem.members()
                .forEach((name, value) ->
                        text.append(name).append(":\n").append(value).append('\n'));
        return Response.text(text.toString());
    }
}
