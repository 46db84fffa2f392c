package io.jetalyst.views.jte;

import static java.util.Objects.requireNonNull;

import gg.jte.Content;
import io.jetalyst.body.Submitted;
import io.jetalyst.http.InputError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a form in a template of jte. Each field has its label, the text that the user has submitted, and its errors. All texts are
 * escaped. Immutable.
 *
 * <pre>{@code
 * @import io.jetalyst.body.Submitted
 * @import io.jetalyst.views.jte.FormFields
 * @param Submitted<SignUp> form
 * !{var fields = FormFields.of(form).label("mail", "E-mail address");}
 * <form method="post" action="/sign-up">
 *     ${fields.summary("Please check your entries")}
 *     ${fields.input("name").required()}
 *     ${fields.input("mail").type("email").hint("We send a link to it.")}
 *     ${fields.password("password")}
 *     <button>Sign up</button>
 * </form>
 * }</pre>
 *
 * <p>A field with an error has {@code aria-invalid="true"}, and {@code aria-describedby} names its hint and its error, so that screen readers
 * read them. If a field has several texts, the message of an error in one of them begins with its number. The classes {@code field}, {@code hint}, {@code error} and {@code form-errors} are for the style sheet. For other HTML, write it
 * with {@link Submitted#text} and {@link Submitted#errors(String)}; jte escapes these.
 */
public final class FormFields {
    private final Submitted<?> form;
    private final Map<String, String> labels;
    private final String prefix;
    /** The fields that are columns of a table. */
    private final Set<String> columns;

    private FormFields(Submitted<?> form, Map<String, String> labels, String prefix, Set<String> columns) {
        this.form = form;
        this.labels = labels;
        this.prefix = prefix;
        this.columns = columns;
    }

    /** The fields of a form whose labels are made of their names: the label of {@code firstName} is {@code First name}. */
    public static FormFields of(Submitted<?> form) {
        return new FormFields(requireNonNull(form), Map.of(), "", Set.of());
    }

    /** The same fields, one of them with this label, which the summary has too. */
    public FormFields label(String field, String label) {
        Map<String, String> more = new LinkedHashMap<>(labels);
        more.put(field, label);
        return new FormFields(form, more, prefix, columns);
    }

    /** The same fields with ids that begin with this text, for a page with several forms. */
    public FormFields idPrefix(String text) {
        return new FormFields(form, labels, text, columns);
    }

    /** The same fields, of which these are columns of a table: each of them has a text in each {@linkplain #row row}. */
    public FormFields columns(String... fields) {
        return new FormFields(form, labels, prefix, Set.of(fields));
    }

    /**
     * The fields of one row of a table. Each has the text of the row and its errors, and the number of the row is in its id and its label.
     *
     * <pre>{@code
     * !{var fields = FormFields.of(form).columns("labels", "copies");}
     * @for(int row = 0; row < 5; row++)
     *     ${fields.row(row).input("labels")} ${fields.row(row).input("copies").type("number")}
     * @endfor
     * }</pre>
     *
     * @param index 0 for the first row
     */
    public Row row(int index) {
        return new Row(this, index);
    }

    /**
     * All errors, each with a link to its field; nothing if there are none. It is an alert, so that screen readers read it when the page
     * appears.
     *
     * @param heading such as {@code Please check your entries}
     */
    public Content summary(String heading) {
        return output -> {
            if (!form.errors().isEmpty()) {
                Html html = new Html(output);
                html.open("div")
                        .attribute("class", "form-errors")
                        .attribute("role", "alert")
                        .end();
                html.element("h2", heading);
                html.open("ul").end();
                form.errors().forEach(error -> item(error, html));
                html.close("ul").close("div");
            }
        };
    }

    private void item(InputError error, Html html) {
        html.open("li").end();
        if (error.name().isEmpty()) {
            html.text(Field.message(error));
        } else {
            String row =
                    error.index().isEmpty() ? "" : " " + number(error.index().getAsInt());
            String id = columns.contains(error.field())
                    ? id(error.field(), error.index().orElse(0))
                    : id(error.field());
            html.open("a").attribute("href", "#" + id).end();
            html.text(label(error.field()) + row + ": " + error.detail()).close("a");
        }
        html.close("li");
    }

    /** A field for one line of text; {@link Field#type} makes it one for numbers, dates, files. */
    public Field input(String field) {
        return field(field, new Control.Input("text"));
    }

    /** A field for a password, which never has the submitted text. */
    public Field password(String field) {
        return field(field, new Control.Input("password"));
    }

    /** A field for several lines of text. */
    public Field textarea(String field) {
        return field(field, new Control.TextArea());
    }

    /** A checkbox for a parameter of type {@code boolean}. */
    public Field checkbox(String field) {
        return field(field, new Control.Checkbox());
    }

    /**
     * A list of which the user selects one option.
     *
     * @param options the text of each value, in the order of the map, which {@code Map.of} does not keep
     */
    public Field select(String field, Map<String, String> options) {
        return field(field, new Control.Select(options));
    }

    /** Radio buttons of which the user checks one, with options as for {@link #select}. */
    public Field radios(String field, Map<String, String> options) {
        return field(field, new Control.Choices("radio", options));
    }

    /** Checkboxes for a parameter that is a {@code List} or a {@code Set}, with options as for {@link #select}. */
    public Field checkboxes(String field, Map<String, String> options) {
        return field(field, new Control.Choices("checkbox", options));
    }

    /** A field that the user does not see. */
    public Content hidden(String field) {
        return output -> new Html(output)
                .open("input")
                .attribute("type", "hidden")
                .attribute("name", field)
                .attribute("value", form.text(field))
                .end();
    }

    private Field field(String field, Control control) {
        List<String> messages =
                form.errors(field).stream().map(FormFields::message).toList();
        return new Field(control, field, id(field), label(field), form.texts(field), messages);
    }

    /** @throws IllegalArgumentException if the field is no column */
    Field cell(String field, int row, Control control) {
        if (!columns.contains(field)) {
            throw new IllegalArgumentException("the field " + field + " is not one of columns(...)");
        }
        List<String> texts = form.texts(field);
        List<String> messages = form.errors(field).stream()
                .filter(error -> error.index().orElse(0) == row)
                .map(Field::message)
                .toList();
        return new Field(
                control,
                field,
                id(field, row),
                label(field) + " " + number(row),
                row < texts.size() ? List.of(texts.get(row)) : List.of(),
                messages);
    }

    /** The message of an error, with the number of the text if the field has several. */
    private static String message(InputError error) {
        String message = Field.message(error);
        return error.index().isEmpty() ? message : number(error.index().getAsInt()) + ": " + message;
    }

    /** Users count from 1. */
    private static int number(int row) {
        return row + 1;
    }

    /** An id without characters that a link would have to escape. */
    private String id(String field) {
        return prefix + field.replaceAll("[^\\p{L}\\p{N}_.:-]", "-");
    }

    /** An error of the whole column leads to its first field. */
    private String id(String field, int row) {
        return row == 0 ? id(field) : id(field) + "-" + number(row);
    }

    private String label(String field) {
        return labels.getOrDefault(field, words(field));
    }

    /** {@code First name} for {@code firstName}, {@code first-name} and {@code first_name}. */
    private static String words(String field) {
        String words = field.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})|[-_.]+", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
