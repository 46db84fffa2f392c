package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.ErrorHandlers;
import io.jetalyst.annotation.Filtered;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.NonBlocking;
import io.jetalyst.annotation.OnError;
import io.jetalyst.annotation.ResponseStatus;
import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.filter.Next;
import io.jetalyst.http.Result;

@Controller
class Rooms {
    @NonBlocking
    static class Audit implements Filter {
        @Override
        public Result filter(Context context, Next next) {
            return next.proceed();
        }
    }

    @Filtered(Audit.class)
    @interface Audited {}

    @Get("/a")
    String page() {
        return "";
    }

    @Audited
    String helper() {
        return "";
    }

    @Filtered(Audit.class)
    String other() {
        return "";
    }

    @OnError(IllegalStateException.class)
    @ResponseStatus(500)
    @Filtered(Audit.class)
    String failed() {
        return "";
    }

    @ErrorHandlers
    @Audited
    static class Errors {
        @OnError(IllegalArgumentException.class)
        @ResponseStatus(500)
        String failed() {
            return "";
        }
    }

    @Filtered(Audit.class)
    static class NoController {}

    @Filtered(Audit.class)
    abstract static class Base {
        @Filtered(Audit.class)
        String notYet() {
            return "";
        }
    }
}
