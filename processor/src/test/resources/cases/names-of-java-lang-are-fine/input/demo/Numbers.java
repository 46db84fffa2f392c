package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.QueryParam;
import java.util.List;

@Controller
class Numbers {
    Numbers(java.lang.Runnable warmUp) {}

    @Get("/number")
    java.lang.Number number() {
        return 1;
    }

    @Get("/texts")
    List<java.lang.CharSequence> texts() {
        return List.of();
    }

    @Get("/state")
    java.lang.Thread.State state(@QueryParam java.lang.Thread.State state) {
        return state;
    }

    @Get("/numbers")
    java.lang.Comparable<Number> numbers() {
        return null;
    }
}
