package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Filtered;
import io.jetalyst.annotation.Get;
import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.filter.Next;
import io.jetalyst.http.Result;

@Controller
@Filtered(Broken.Good.class)
class Broken {
    static class Good implements Filter {
        @Override
        public Result filter(Context context, Next next) {
            return next.proceed();
        }
    }

    abstract static class Abstract extends Good {}

    private static class Hidden extends Good {}

    class Inner extends Good {}

    static class Generic<T> extends Good {}

    static class TwoConstructors extends Good {
        TwoConstructors() {}

        TwoConstructors(Thread thread) {}
    }

    static class NoConstructor extends Good {
        private NoConstructor() {}
    }

    static class TakesText extends Good {
        TakesText(String text) {}
    }

    @Get("/a")
    @Filtered({String.class, int.class, Filter.class})
    String noFilters() {
        return "";
    }

    @Get("/b")
    @Filtered({Abstract.class, Hidden.class, Inner.class, Generic.class})
    String notCreatable() {
        return "";
    }

    @Get("/c")
    @Filtered({TwoConstructors.class, NoConstructor.class, TakesText.class})
    String constructors() {
        return "";
    }

    @Get("/d")
    @Filtered(Good.class)
    String again() {
        return "";
    }

    @Get("/e")
    @Filtered({})
    String none() {
        return "";
    }

    @Get("/f")
    @Circular
    String circle() {
        return "";
    }

    @Get("/g")
    @Careless
    String careless() {
        return "";
    }
}
