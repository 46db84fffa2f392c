package io.jetalyst.jetty;

import io.jetalyst.http.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/** A view of Jetty's header fields. */
record JettyHeaders(HttpFields fields) implements Headers {
    @Override
    public Optional<String> first(String name) {
        HttpField field = fields.getField(name);
        return field == null ? Optional.empty() : Optional.of(value(field));
    }

    @Override
    public List<String> all(String name) {
        List<String> values = new ArrayList<>(1);
        for (HttpField field : fields) {
            if (field.is(name)) {
                values.add(value(field));
            }
        }
        return values;
    }

    @Override
    public Set<String> names() {
        return fields.getFieldNamesCollection();
    }

    /** Jetty has null for a field without a value. */
    private static String value(HttpField field) {
        return field.getValue() == null ? "" : field.getValue();
    }
}
