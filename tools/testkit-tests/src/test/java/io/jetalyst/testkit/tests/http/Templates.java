package io.jetalyst.testkit.tests.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.models.runtime.DynamicJteModel;
import gg.jte.models.runtime.JteModel;
import gg.jte.resolve.DirectoryCodeResolver;
import io.jetalyst.body.Submitted;
import io.jetalyst.http.Flash;
import java.nio.file.Path;
import java.util.List;
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

    JteModel signUp(Submitted<SignUp> form) {
        return new DynamicJteModel(engine, "signUp.jte", Map.of("form", form));
    }

    JteModel members(List<String> names, Flash flash) {
        return new DynamicJteModel(engine, "members.jte", Map.of("names", names, "flash", flash));
    }
}
