package io.jetalyst.example.chat;

import io.jetalyst.App;
import io.jetalyst.example.chat.views.StaticTemplates;
import io.jetalyst.example.chat.views.Templates;

/** Starts the chat. */
public final class ChatApp {
    private ChatApp() {}

    /** Takes {@code --port=}, {@code --host=}, {@code --mode=}; ends with the process. */
    public static void main(String[] args) {
        app(args).run();
    }

    static App app(String... args) {
        return App.builder()
                .args(args)
                .bind(Templates.class, new StaticTemplates())
                .build();
    }
}
