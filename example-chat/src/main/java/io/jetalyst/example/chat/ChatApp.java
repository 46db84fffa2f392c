package io.jetalyst.example.chat;

import io.jetalyst.App;
import io.jetalyst.example.chat.views.StaticTemplates;
import io.jetalyst.example.chat.views.Templates;
import io.jetalyst.view.ErrorPages;
import io.jetalyst.views.jte.JteViews;
import java.util.Optional;

/** Starts the chat. */
public final class ChatApp {
    private static final long MAX_PICTURE_BYTES = 32_000_000;

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
                .bind(People.class, new People())
                .bind(Pictures.class, new Pictures(MAX_PICTURE_BYTES, System::nanoTime))
                .bind(ErrorPages.class, error -> Optional.of(JteViews.view(templates.failure(error))))
                .build();
    }
}
