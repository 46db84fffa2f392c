package io.jetalyst.http;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Headers held in a map whose keys compare without case. */
record CopiedHeaders(Map<String, List<String>> fields) implements Headers {
    @Override
    public Optional<String> first(String name) {
        List<String> values = fields.get(name);
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    @Override
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(fields.keySet());
    }
}
