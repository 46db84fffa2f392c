package io.jetalyst.view;

import io.jetalyst.http.MediaType;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A page: a template with its values, ready to be rendered once.
 *
 * <p>It is rendered whole before the first byte is sent, so a template that fails is a clean 500 and never half a page.
 */
@FunctionalInterface
public interface View {
    /** Writes the page in UTF-8. */
    void render(OutputStream out) throws IOException;

    /** The {@code Content-Type} it is sent with. */
    default String contentType() {
        return MediaType.TEXT_HTML;
    }
}
