package ${package};

import ${package}.views.Templates;
import gg.jte.models.runtime.JteModel;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Params;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.body.Submitted;
import io.jetalyst.http.Flash;
import io.jetalyst.http.Reply;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;
import io.jetalyst.view.Assets;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Shows a form, and a greeting for the name in it. A form with mistakes is shown again with messages; one without leads to a page that shows
 * the greeting once.
 */
@Controller
@Path("/greet")
final class FormController {
    /** The fields of the form. */
    record GreetForm(@FormParam @NotBlank @Size(max = 80) String name, @FormParam Language language) {}

    private final Greetings greetings;
    private final Assets assets;
    private final Templates templates;

    FormController(Greetings greetings, Assets assets, Templates templates) {
        this.greetings = greetings;
        this.assets = assets;
        this.templates = templates;
    }

    /** The empty form. After a redirect, the flash has the greeting. */
    @Get
    JteModel form(Flash flash, Request request) {
        return page(Submitted.blank(), flash, request);
    }

    @Post
    Reply<JteModel> greet(@Params Submitted<GreetForm> form, Request request) {
        if (!form.isValid()) {
            return Reply.of(Status.UNPROCESSABLE_CONTENT, page(form, Flash.none(), request));
        }
        Greeting greeting = greetings.greet(form.value().name(), form.value().language());
        return Reply.seeOther(FormControllerLinks.form(), Flash.of(greeting.text()));
    }

    private JteModel page(Submitted<GreetForm> form, Flash flash, Request request) {
        Map<String, String> languages = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            languages.put(language.name(), language.hello());
        }
        return templates.greet(assets, request, form, languages, flash);
    }
}
