package com.acme.app;

import com.acme.app.views.DynamicTemplates;
import com.acme.app.views.StaticTemplates;
import com.acme.app.views.Templates;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import io.jetalyst.App;
import io.jetalyst.config.Settings;
import io.jetalyst.login.Account;
import io.jetalyst.login.FormLogin;
import io.jetalyst.login.PasswordLogin;
import io.jetalyst.security.passwords.Argon2;
import io.jetalyst.view.ErrorPages;
import io.jetalyst.views.jte.JteViews;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Starts the site. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        app(args).run();
    }

    static App app(String... args) {
        Settings settings = App.settings(args);
        Members members = new Members();
        PasswordLogin logins = PasswordLogin.of(members, new Argon2());
        settings.get("club.admin-password")
                .ifPresent(password -> members.add(Account.of("admin", logins.hash(password), Role.ADMIN)));
        Templates templates = templates();
        FormLogin login = FormLogin.of(logins, page -> JteViews.view(templates.login(page)));
        return App.builder()
                .args(args)
                .authenticator(login)
                .bind(Members.class, members)
                .bind(PasswordLogin.class, logins)
                .bind(FormLogin.class, login)
                .bind(Events.class, new Events())
                .bind(
                        Pictures.class,
                        new Pictures(Path.of(settings.get("club.pictures").orElse("pictures"))))
                .bind(Templates.class, templates)
                .bind(ErrorPages.class, error -> Optional.of(JteViews.view(templates.error(error))))
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
