package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

class Outer {
    @Controller
    private static class Hidden {
        @Get("/hidden")
        String page() {
            return "";
        }
    }

    private static class Box {
        @Controller
        static class Within {
            @Get("/within")
            String page() {
                return "";
            }
        }
    }

    @Controller
    class Inner {
        @Get("/inner")
        String page() {
            return "";
        }
    }
}
