package io.jetalyst.testkit.tests.guide;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.login.ClientNetwork;
import io.jetalyst.socket.WebSocketHandshake;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Limits the sessions of one client. */
@Controller
final class TabController {
    private static final int MAX_TABS = 5;

    private final Map<String, Integer> tabs = new ConcurrentHashMap<>();

    @WebSocket("/tabs")
    boolean tab(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        String client = ClientNetwork.of(handshake.request().remoteAddress());
        handshake
                .onOpen(session -> {
                    if (tabs.merge(client, 1, Integer::sum) > MAX_TABS) {
                        session.close(1013, "Too many tabs are open. Close one of them.");
                    }
                })
                .onText((session, text) -> session.send(text))
                .onClose((session, status) ->
                        tabs.computeIfPresent(client, (any, count) -> count > 1 ? count - 1 : null));
        return true;
    }
}
