package io.jetalyst.testkit.tests.errors;

import io.jetalyst.annotation.ErrorHandlers;
import io.jetalyst.annotation.OnError;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;

/** Handles the problems of all controllers, and of requests that no route answers. */
@ErrorHandlers
final class Errors {
    @OnError(HttpProblem.class)
    Response problem(HttpProblem problem, Request request) {
        if (!request.path().matches("/(edit|nowhere)\\b.*")) {
            throw problem; // of another application of these tests
        }
        return Response.text("own: " + problem.detail()).status(problem.status());
    }
}
