package io.jetalyst.testkit.tests.login;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
@Staff
final class StaffController {
    @Get("/staff")
    String staff() {
        return "staff";
    }
}
