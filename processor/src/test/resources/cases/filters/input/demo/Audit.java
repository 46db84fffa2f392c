package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.filter.Next;
import io.jetalyst.http.Result;
import java.util.List;

final class Audit implements Filter {
    Audit(StringBuilder log, List<String> names) {}

    @Override
    public Result filter(Context context, Next next) {
        return next.proceed();
    }
}
