package io.jetalyst.processor;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.FilerException;

/** The names of generated classes, to say which class has a name already. Holds names only, so it may outlive a round. */
final class GeneratedNames {
    private final Map<String, String> sources = new TreeMap<>();

    /**
     * Notes that a class was generated.
     *
     * @param source the class that it was generated from
     */
    void add(String name, String source) {
        sources.putIfAbsent(name, source);
    }

    /** Why the compiler did not let the processor write a class. */
    String reason(String name, IOException failure) {
        if (sources.containsKey(name)) {
            return "that of " + sources.get(name) + " has the same name";
        }
        return failure instanceof FilerException ? "there is a class of this name" : failure.getMessage();
    }

    /** The advice for the user. */
    String fix(String name, String source) {
        return sources.containsKey(name)
                ? "Rename " + source + " or " + sources.get(name) + "."
                : "Rename that class or " + source + ".";
    }
}
