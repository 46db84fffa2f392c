package demo;

import io.jetalyst.view.View;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

record ChatPage(String room) implements View {
    @Override
    public void render(OutputStream out) throws IOException {
        out.write(room.getBytes(StandardCharsets.UTF_8));
    }
}
