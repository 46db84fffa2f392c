package io.jetalyst.testkit.tests.guide;

import io.jetalyst.socket.WebSocketSession;

final class Visit implements ClientMessage_Listener {
    @Override
    public void onSay(WebSocketSession session, ClientMessage.Say message) {
        session.send("You said " + message.text());
    }

    @Override
    public void onLeave(WebSocketSession session, ClientMessage.Leave message) {
        session.close();
    }
}
