package demo;

import io.jetalyst.annotation.Controller;
import jakarta.annotation.security.PermitAll;

/** Has the decision of its base, except where a method decides. */
@Controller
class Heir extends Base {
    @Override
    void overridden() {}

    @Override
    @PermitAll
    void replaced() {}
}
