package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.filter.Next;
import io.jetalyst.http.Result;

final class Limit implements Filter {
    @Override
    public Result filter(Context context, Next next) {
        return next.proceed();
    }

    @Override
    public boolean isNonBlocking() {
        return true;
    }
}
