package io.jetalyst.testkit.tests.security;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.models.runtime.DynamicJteModel;
import gg.jte.models.runtime.JteModel;
import gg.jte.resolve.DirectoryCodeResolver;
import io.jetalyst.http.Request;
import java.nio.file.Path;
import java.util.Map;

/** The pages in src/test/jte. An application lets the plugin of jte generate such a class. */
final class Templates {
    private final TemplateEngine engine = TemplateEngine.create(
            new DirectoryCodeResolver(Path.of("src/test/jte")),
            Path.of(
                    "target",
                    "jte-classes",
                    Long.toString(ProcessHandle.current().pid())),
            ContentType.Html,
            Templates.class.getClassLoader());

    JteModel clock(Request request) {
        return new DynamicJteModel(engine, "clock.jte", Map.of("request", request));
    }
}
