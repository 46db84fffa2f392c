package io.jetalyst.view;

import io.jetalyst.http.MediaType;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A page to render: a template with its values. A controller returns it.
 *
 * <pre>{@code
 * @Get("/hello/{name}")
 * View hello(String name) {
 *     return JteViews.view(templates.hello(name));
 * }
 * }</pre>
 *
 * <p>The framework renders the whole page before it sends the first byte. If the template fails, the client receives a 500 and never half
 * a page.
 */
@FunctionalInterface
public interface View {
    /** Renders the page in UTF-8. The framework closes the stream. */
    void render(OutputStream out) throws IOException;

    /** Returns the {@code Content-Type} of the page. */
    default String contentType() {
        return MediaType.TEXT_HTML;
    }
}
