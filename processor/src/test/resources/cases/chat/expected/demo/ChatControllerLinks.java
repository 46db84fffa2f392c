package demo;

import io.jetalyst.http.Link;
import javax.annotation.processing.Generated;

/**
 * Links to the routes of {@link ChatController}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class ChatControllerLinks {
    private ChatControllerLinks() {}

    public static Link join(String room) {
        return Link.to("/chat/{room}", room);
    }

    public static Link join(String room, String name) {
        return Link.to("/chat/{room}", room).query("name", name);
    }

    public static Link page(String room) {
        return Link.to("/chat/{room}", room);
    }
}
