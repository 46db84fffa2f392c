package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Filtered;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.filter.Next;
import io.jetalyst.http.Result;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
@Filtered(Rooms.First.class)
class Rooms implements Guarded {
    static class First implements Filter {
        @Override
        public Result filter(Context context, Next next) {
            return next.proceed();
        }
    }

    @Get("/room")
    String page() {
        return "";
    }

    @WebSocket("/room")
    @Audited
    @Filtered({Second.class, Limit.class})
    boolean join(WebSocketHandshake handshake) {
        return handshake.isRequested();
    }

    @Override
    @Limited(perMinute = 7)
    public String inherited() {
        return "";
    }

    @Deprecated
    static class Second extends First {}
}
