package ${package};

import ${package}.views.DynamicTemplates;
import ${package}.views.StaticTemplates;
import ${package}.views.Templates;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import io.jetalyst.App;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts the application. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        app(args).run();
    }

    /** The application, with the objects that its controllers have as constructor parameters. Tests start the same application. */
    static App app(String... args) {
        return App.builder()
                .args(args)
                .bind(Greetings.class, new Greetings())
                .bind(Templates.class, templates())
                .build();
    }

    /** Pages are compiled with the application. In dev mode, a page is compiled again when its file changes: reload it in the browser. */
    private static Templates templates() {
        Path pages = Path.of("src/main/jte");
        if (!"dev".equals(System.getProperty("server.mode")) || !Files.isDirectory(pages)) {
            return new StaticTemplates();
        }
        TemplateEngine engine = TemplateEngine.create(
                new DirectoryCodeResolver(pages),
                Path.of("target", "jte-classes"),
                ContentType.Html,
                Main.class.getClassLoader());
        engine.setTrimControlStructures(true);
        return new DynamicTemplates(engine);
    }
}
