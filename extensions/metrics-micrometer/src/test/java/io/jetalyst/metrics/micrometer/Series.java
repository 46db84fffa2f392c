package io.jetalyst.metrics.micrometer;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The series of a text of Prometheus: each line is a name, tags in braces, and a value. */
record Series(Map<String, Double> values) {
    static Series parse(String text) {
        Map<String, Double> values = new TreeMap<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int space = line.lastIndexOf(' ');
            Double before = values.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
            if (before != null) {
                throw new AssertionError("twice: " + line);
            }
        });
        return new Series(values);
    }

    /** The value of a series, such as {@code jvm_threads_live_threads}. */
    double value(String series) {
        Double value = values.get(series);
        if (value == null) {
            throw new AssertionError("no " + series + " in " + values.keySet());
        }
        return value;
    }

    /** The names of the series about requests and sockets; those about the JVM depend on its collections. */
    Set<String> names() {
        return values.keySet().stream()
                .filter(name -> name.startsWith("http_") || name.startsWith("websocket_"))
                .collect(Collectors.toSet());
    }

    /** The sum of all series whose names, with their tags, begin like this. */
    double sum(String beginning) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(beginning))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
