package other;

import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.filter.Next;
import io.jetalyst.http.Result;

public record Members(Thread owner) implements Filter {
    @Override
    public Result filter(Context context, Next next) {
        return next.proceed();
    }
}
