package io.jetalyst.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Header fields in one array. A map of them would be a tenth of the memory of an idle WebSocket, which keeps those of its handshake. */
final class CopiedHeaders implements Headers {
    /** The name and the value of each field in turn. */
    private final String[] fields;

    private CopiedHeaders(String[] fields) {
        this.fields = fields;
    }

    /** Copies the fields of these names. */
    static CopiedHeaders of(Set<String> names, Function<String, List<String>> values) {
        List<String> fields = new ArrayList<>();
        for (String name : names) {
            for (String value : values.apply(name)) {
                fields.add(name);
                fields.add(value);
            }
        }
        return new CopiedHeaders(fields.toArray(String[]::new));
    }

    @Override
    public Optional<String> first(String name) {
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                return Optional.of(fields[i + 1]);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                values.add(fields[i + 1]);
            }
        }
        return Collections.unmodifiableList(values);
    }

    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < fields.length; i += 2) {
            names.add(fields[i]);
        }
        return Collections.unmodifiableSet(names);
    }

    @Override
    public String toString() {
        return Arrays.toString(fields);
    }
}
