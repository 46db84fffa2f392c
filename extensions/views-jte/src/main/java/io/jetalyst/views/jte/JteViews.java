package io.jetalyst.views.jte;

import static java.util.Objects.requireNonNull;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import io.jetalyst.view.View;

/**
 * Makes views of jte templates. A controller returns the model that the generated {@code Templates} gives it, and the generated
 * table calls this:
 *
 * <pre>{@code
 * @Get
 * JteModel page(String room) {
 *     return templates.room(room);
 * }
 * }</pre>
 */
public final class JteViews {
    private JteViews() {}

    /**
     * A view of this template and its values.
     *
     * <p>The constant parts of a precompiled template are bytes already, and are copied as such.
     */
    public static View view(JteModel model) {
        requireNonNull(model, "the controller method returned null where a page is expected");
        return out -> {
            Utf8ByteOutput page = new Utf8ByteOutput();
            model.render(page);
            page.writeTo(out);
        };
    }
}
