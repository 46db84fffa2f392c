package io.jetalyst.views.jte;

import gg.jte.TemplateOutput;
import gg.jte.html.escape.Escape;

/** Writes HTML into the output of a template, and escapes texts and the values of attributes. */
final class Html {
    private final TemplateOutput output;

    Html(TemplateOutput output) {
        this.output = output;
    }

    /** Begins a start tag, which {@link #end} ends. */
    Html open(String element) {
        output.writeContent("<" + element);
        return this;
    }

    Html attribute(String name, String value) {
        output.writeContent(" " + name + "=\"");
        Escape.htmlAttribute(value, output);
        output.writeContent("\"");
        return this;
    }

    void end() {
        output.writeContent(">");
    }

    Html text(String text) {
        Escape.htmlContent(text, output);
        return this;
    }

    Html close(String element) {
        output.writeContent("</" + element + ">");
        return this;
    }

    /** An element with a text and without attributes. */
    void element(String element, String text) {
        open(element).end();
        text(text).close(element);
    }
}
