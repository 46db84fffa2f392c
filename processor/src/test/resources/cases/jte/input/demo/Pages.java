package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

@Controller
class Pages {
    interface StaticTemplates {
        gg.jte.models.runtime.JteModel lobby();
    }

    record Page(String title) implements gg.jte.models.runtime.JteModel {}

    private final StaticTemplates templates;

    Pages(StaticTemplates templates) {
        this.templates = templates;
    }

    @Get("/lobby")
    gg.jte.models.runtime.JteModel lobby() {
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
