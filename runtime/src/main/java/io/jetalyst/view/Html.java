package io.jetalyst.view;

/** Texts in HTML pages that are written without a template. Templates escape texts themselves. */
public final class Html {
    private Html() {}

    /**
     * Returns the text with character references for {@code &}, {@code <}, {@code >} and both quotation marks, so that it is a text between elements, and
     * a value of an attribute in quotation marks.
     *
     * <pre>{@code
     * Response.html("<!doctype html><title>" + Html.escape(room) + "</title>")
     * }</pre>
     */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
