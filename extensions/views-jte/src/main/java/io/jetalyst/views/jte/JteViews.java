package io.jetalyst.views.jte;

import static java.util.Objects.requireNonNull;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import io.jetalyst.view.View;

/**
 * Creates views from jte templates. A controller returns the model that it gets from the generated {@code Templates}, and the generated table
 * calls {@link #view}:
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
     * Returns a view that renders this template with its values. The constant parts of a precompiled template are stored as bytes, which are
     * copied without encoding them again.
     */
    public static View view(JteModel model) {
        requireNonNull(model, "the controller method returned null instead of a page");
        return out -> {
            Utf8ByteOutput page = new Utf8ByteOutput();
            model.render(page);
            page.writeTo(out);
        };
    }
}
