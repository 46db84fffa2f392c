package io.jetalyst.views.jte;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.jetalyst.http.InputError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** One field of a form, with its label and its errors. Immutable; each method with a change returns a new field. */
public final class Field implements Content {
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z][a-z0-9-]*");

    private final Control control;
    final String name;
    final String id;
    final String label;
    final List<String> texts;
    private final List<String> messages;
    private final String hint;
    final Map<String, String> attributes;

    Field(Control control, String name, String id, String label, List<String> texts, List<String> messages) {
        this(control, name, id, label, texts, messages, "", Map.of());
    }

    private Field(
            Control control,
            String name,
            String id,
            String label,
            List<String> texts,
            List<String> messages,
            String hint,
            Map<String, String> attributes) {
        this.control = control;
        this.name = name;
        this.id = id;
        this.label = label;
        this.texts = texts;
        this.messages = messages;
        this.hint = hint;
        this.attributes = attributes;
    }

    /** The message of an error as a sentence: {@code Must be a whole number.} */
    static String message(InputError error) {
        String detail = error.detail();
        if (detail.isEmpty()) {
            return detail;
        }
        int first = detail.offsetByCodePoints(0, 1);
        String sentence = detail.substring(0, first).toUpperCase(Locale.ROOT) + detail.substring(first);
        return Pattern.compile("[.!?。！？]$").matcher(sentence).find() ? sentence : sentence + ".";
    }

    /**
     * The same field with another type of input (HTML, The input element): {@code email}, {@code number}, {@code date}, {@code tel},
     * {@code file}.
     *
     * @throws IllegalArgumentException if the field is no input of one line, or the type is {@code checkbox} or {@code radio}, which
     *     {@link FormFields} has methods for
     */
    public Field type(String type) {
        if (!(control instanceof Control.Input) || type.equals("checkbox") || type.equals("radio")) {
            throw new IllegalArgumentException("the field " + name + " cannot have the type " + type
                    + "; FormFields has a method for each kind of field");
        }
        return new Field(new Control.Input(type), name, id, label, texts, messages, hint, attributes);
    }

    /** The same field with an explanation. */
    public Field hint(String text) {
        return new Field(control, name, id, label, texts, messages, text, attributes);
    }

    /** The same field, which browsers do not submit while it is empty. */
    public Field required() {
        return attribute("required", "");
    }

    /**
     * The same field with one more attribute, such as {@code autocomplete} or {@code maxlength}.
     *
     * @param attribute in lower case, and none that begins with {@code on}: the text would be a script
     * @param value escaped by the field
     */
    public Field attribute(String attribute, String value) {
        if (!ATTRIBUTE.matcher(attribute).matches() || attribute.startsWith("on")) {
            throw new IllegalArgumentException("the field " + name + " cannot have the attribute " + attribute);
        }
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Field(control, name, id, label, texts, messages, hint, more);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        Html html = new Html(output);
        control.open(this, html);
        if (!hint.isEmpty()) {
            html.open("p")
                    .attribute("class", "hint")
                    .attribute("id", id + "-hint")
                    .end();
            html.text(hint).close("p");
        }
        control.write(this, html);
        if (hasError()) {
            html.open("p")
                    .attribute("class", "error")
                    .attribute("id", id + "-error")
                    .end();
            html.text(String.join(" ", messages)).close("p");
        }
        control.close(html);
    }

    boolean hasError() {
        return !messages.isEmpty();
    }

    /** The first text. */
    String text() {
        return texts.isEmpty() ? "" : texts.get(0);
    }

    /** Writes the attributes that refer to the hint and the error. */
    void describe(Html html) {
        if (hasError()) {
            html.attribute("aria-invalid", "true");
        }
        String ids = (hint.isEmpty() ? "" : id + "-hint ") + (hasError() ? id + "-error" : "");
        if (!ids.isEmpty()) {
            html.attribute("aria-describedby", ids.strip());
        }
    }
}
