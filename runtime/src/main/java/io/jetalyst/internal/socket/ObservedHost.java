package io.jetalyst.internal.socket;

import io.jetalyst.http.Request;
import io.jetalyst.internal.observe.Observers;
import io.jetalyst.internal.session.Connection;
import io.jetalyst.internal.session.ForwardingHost;
import io.jetalyst.internal.session.SessionHost;
import io.jetalyst.observe.ClosedSocket;
import io.jetalyst.observe.ClosedSocket.Traffic;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.CloseStatus.Cause;
import java.time.Duration;

/** The host of one session that is observed: notifies the observers of its end, before the host knows of it. */
final class ObservedHost extends ForwardingHost {
    private static final CloseStatus NEVER_OPEN = new CloseStatus(CloseStatus.ABNORMAL, "", Cause.NETWORK);

    private final Observers observers;
    private final Request request;
    private final String route;
    private volatile long openedAt;

    ObservedHost(SessionHost host, Observers observers, Request request, String route) {
        super(host);
        this.observers = observers;
        this.request = request;
        this.route = route;
    }

    @Override
    public void handshakeFailed() {
        observers.closed(new ClosedSocket(request, route, NEVER_OPEN, Duration.ZERO, Traffic.NONE));
        super.handshakeFailed();
    }

    @Override
    public void opened(Connection connection) {
        openedAt = now();
        super.opened(connection);
    }

    @Override
    public void closed(Connection connection) {
        Duration duration = Duration.ofNanos(now() - openedAt);
        observers.closed(new ClosedSocket(request, route, connection.status(), duration, connection.traffic()));
        super.closed(connection);
    }
}
