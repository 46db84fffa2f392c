package demo;

import io.jetalyst.socket.WebSocketSession;

class Visit implements Command_Listener {
    @Override
    public void onSay(WebSocketSession session, Command.Say message) {
        session.send(message.text());
    }

    @Override
    public void onLeft(WebSocketSession session, Command.Move.Left message) {}

    @Override
    public void onRight(WebSocketSession session, Command.Move.Right message) {}

    @Override
    public void onJump(WebSocketSession session, Command.Move.Jump message) {}

    @Override
    public void onLeave(WebSocketSession session, Leave message) {
        session.close();
    }

    @Override
    public void onMessage(WebSocketSession session, Command.Message message) throws Exception {
        onMessage(session, message.inner());
    }

    @Override
    public void onDefault(WebSocketSession session, Command.Default message) {}
}
