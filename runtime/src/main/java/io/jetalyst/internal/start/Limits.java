package io.jetalyst.internal.start;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.internal.config.SocketSettings;
import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.internal.socket.Sockets;
import io.jetalyst.route.Route;
import java.util.List;

/** The limits of sockets: the application's, and that those of its endpoints go together with them. */
final class Limits {
    private Limits() {}

    static SocketLimits of(Settings settings) {
        try {
            return SocketLimits.DEFAULT.with(SocketSettings.of(settings));
        } catch (IllegalArgumentException e) {
            throw new StartupException("The settings socket.* do not go together: " + e.getMessage() + ".", e);
        }
    }

    static void check(List<BoundRoute> routes, Sockets sockets) {
        for (BoundRoute bound : routes) {
            if (bound.route() instanceof Route.Socket socket) {
                check(socket, sockets);
            }
        }
    }

    private static void check(Route.Socket socket, Sockets sockets) {
        try {
            sockets.limits(socket.options());
        } catch (IllegalArgumentException e) {
            throw new StartupException(
                    "The limits of " + socket.handler() + " and the settings socket.* do not go together: "
                            + e.getMessage() + ".",
                    e);
        }
    }
}
