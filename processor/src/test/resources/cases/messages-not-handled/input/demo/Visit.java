package demo;

import io.jetalyst.socket.WebSocketSession;

class Visit implements Command_Listener {
    @Override
    public void onSay(WebSocketSession session, Command.Say message) {}
}
