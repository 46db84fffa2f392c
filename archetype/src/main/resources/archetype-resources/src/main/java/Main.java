package ${package};

import ${package}.views.StaticTemplates;
import ${package}.views.Templates;
import io.jetalyst.App;

/** Starts the application. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        app(args).run();
    }

    /** The application with everything its controllers ask for in their constructors. Tests start the same one. */
    static App app(String... args) {
        return App.builder()
                .args(args)
                .bind(Greetings.class, new Greetings())
                .bind(Templates.class, new StaticTemplates())
                .build();
    }
}
