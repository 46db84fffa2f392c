package io.jetalyst.views.jte;

import java.util.Map;

/** The fields of one row of a table in a form. Immutable. */
public final class Row {
    private final FormFields fields;
    private final int index;

    Row(FormFields fields, int index) {
        this.fields = fields;
        this.index = index;
    }

    /**
     * A field for one line of text; {@link Field#type} makes it one for numbers or dates.
     *
     * @throws IllegalArgumentException if the field is not one of {@link FormFields#columns}
     */
    public Field input(String field) {
        return fields.cell(field, index, new Control.Input("text"));
    }

    /**
     * A list of which the user selects one option.
     *
     * @param options the text of each value, in the order of the map, which {@code Map.of} does not keep
     * @throws IllegalArgumentException if the field is not one of {@link FormFields#columns}
     */
    public Field select(String field, Map<String, String> options) {
        return fields.cell(field, index, new Control.Select(options));
    }
}
