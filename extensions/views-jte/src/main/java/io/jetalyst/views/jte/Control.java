package io.jetalyst.views.jte;

import java.util.Map;

/** The HTML of one kind of field. */
sealed interface Control {
    /** Opens what is around the field, and writes the label. */
    default void open(Field field, Html html) {
        html.open("div").attribute("class", "field").end();
        html.open("label").attribute("for", field.id).end();
        html.text(field.label).close("label");
    }

    /** Writes what the user fills. */
    void write(Field field, Html html);

    default void close(Html html) {
        html.close("div");
    }

    /** Writes the attributes of the field's one element. */
    private static void attributes(Field field, Html html) {
        html.attribute("id", field.id).attribute("name", field.name);
        field.attributes.forEach(html::attribute);
        field.describe(html);
    }

    /** One line of text. Nothing is sent back in a field for a password, and browsers ignore the text of one for a file. */
    record Input(String type) implements Control {
        @Override
        public void write(Field field, Html html) {
            html.open("input").attribute("type", type);
            attributes(field, html);
            if (!type.equals("password") && !type.equals("file")) {
                html.attribute("value", field.text());
            }
            html.end();
        }
    }

    record TextArea() implements Control {
        @Override
        public void write(Field field, Html html) {
            html.open("textarea");
            attributes(field, html);
            html.end();
            html.text("\n" + field.text()).close("textarea"); // HTML drops the first line break
        }
    }

    record Checkbox() implements Control {
        @Override
        public void open(Field field, Html html) {
            html.open("div").attribute("class", "field").end();
        }

        @Override
        public void write(Field field, Html html) {
            html.open("input").attribute("type", "checkbox");
            attributes(field, html);
            if (field.text().equals("on") || field.text().equals("true")) {
                html.attribute("checked", "");
            }
            html.end();
            html.open("label").attribute("for", field.id).end();
            html.text(field.label).close("label");
        }
    }

    record Select(Map<String, String> options) implements Control {
        @Override
        public void write(Field field, Html html) {
            html.open("select");
            attributes(field, html);
            html.end();
            options.forEach((value, text) -> {
                html.open("option").attribute("value", value);
                if (field.texts.contains(value)) {
                    html.attribute("selected", "");
                }
                html.end();
                html.text(text).close("option");
            });
            html.close("select");
        }
    }

    /** Radio buttons or checkboxes. The first has the id to which the summary of the errors links. */
    record Choices(String type, Map<String, String> options) implements Control {
        @Override
        public void open(Field field, Html html) {
            html.open("fieldset").attribute("class", "field");
            field.describe(html);
            html.end();
            html.element("legend", field.label);
        }

        @Override
        public void write(Field field, Html html) {
            int number = 1;
            for (Map.Entry<String, String> option : options.entrySet()) {
                String id = number == 1 ? field.id : field.id + "-" + number;
                html.open("input").attribute("type", type).attribute("id", id).attribute("name", field.name);
                field.attributes.forEach(html::attribute);
                html.attribute("value", option.getKey());
                if (field.texts.contains(option.getKey())) {
                    html.attribute("checked", "");
                }
                html.end();
                html.open("label").attribute("for", id).end();
                html.text(option.getValue()).close("label");
                number++;
            }
        }

        @Override
        public void close(Html html) {
            html.close("fieldset");
        }
    }
}
