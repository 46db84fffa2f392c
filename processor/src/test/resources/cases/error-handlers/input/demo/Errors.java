package demo;

import io.jetalyst.annotation.ErrorHandlers;
import io.jetalyst.annotation.OnError;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.socket.Topics;

@ErrorHandlers
final class Errors {
    Errors(Topics topics) {}

    @OnError(HttpProblem.class)
    Response problem(HttpProblem problem) {
        return Response.text(problem.detail()).status(problem.status());
    }
}
