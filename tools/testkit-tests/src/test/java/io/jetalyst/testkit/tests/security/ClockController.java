package io.jetalyst.testkit.tests.security;

import gg.jte.models.runtime.JteModel;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.http.Request;

/** A page of jte with a script and a style sheet in it. */
@Controller
final class ClockController {
    private final Templates templates;

    ClockController(Templates templates) {
        this.templates = templates;
    }

    @Get("/clock")
    JteModel clock(Request request) {
        return templates.clock(request);
    }
}
