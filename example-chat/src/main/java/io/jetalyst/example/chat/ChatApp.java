package io.jetalyst.example.chat;

import io.jetalyst.App;
import io.jetalyst.example.chat.views.StaticTemplates;
import io.jetalyst.example.chat.views.Templates;

/** Starts the chat. */
public final class ChatApp {
    private ChatApp() {}

    /** Accepts {@code --port=}, {@code --host=} and {@code --mode=}, and runs until the process ends. */
    public static void main(String[] args) {
        app(args).run();
    }

    static App app(String... args) {
        Templates templates = new StaticTemplates();
        return App.builder()
                .args(args)
                .bind(Templates.class, templates)
                .filter(new ErrorPages(templates))
                .build();
    }
}
