package demo;

import gg.jte.TemplateOutput;
import gg.jte.models.runtime.JteModel;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

@Controller
class Pages {
    interface StaticTemplates {
        JteModel lobby();
    }

    record Page(String title) implements JteModel {
        @Override
        public void render(TemplateOutput output) {
            output.writeContent(title);
        }

        @Override
        public void writeTo(TemplateOutput output) {
            render(output);
        }
    }

    private final StaticTemplates templates;

    Pages(StaticTemplates templates) {
        this.templates = templates;
    }

    @Get("/lobby")
    JteModel lobby() {
        return templates.lobby();
    }

    @Get("/page")
    Page page() {
        return new Page("");
    }

    @Get("/perhaps")
    CompletionStage<Optional<Page>> perhaps() {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
