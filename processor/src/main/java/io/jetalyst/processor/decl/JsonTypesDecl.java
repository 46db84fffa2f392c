package io.jetalyst.processor.decl;

import java.util.List;

/**
 * The types that a controller, or a type of messages, reads and writes as JSON.
 *
 * @param types sorted by name
 * @param adapters the records among them for which avaje-jsonb cannot generate an adapter
 * @param faults the reasons why JSON cannot represent some of the types
 * @param deprecation the strongest of the types
 */
public record JsonTypesDecl(
        List<JsonTypeDecl> types, List<JsonAdapterDecl> adapters, List<Fault> faults, Deprecation deprecation) {
    public static final JsonTypesDecl NONE = new JsonTypesDecl(List.of(), List.of(), List.of(), Deprecation.NONE);

    public JsonTypesDecl {
        types = List.copyOf(types);
        adapters = List.copyOf(adapters);
        faults = List.copyOf(faults);
    }

    /** Whether avaje-jsonb is asked for an adapter. */
    public boolean requests() {
        return types.stream()
                .anyMatch(
                        type -> type instanceof JsonTypeDecl.Members members && members.imported() && !members.empty());
    }

    /**
     * Whether the class that describes the types must be written one round after the adapters. avaje-jsonb sees adapters in the round after
     * theirs and lists them in the next, which would be the last one, unless a class is written in between.
     */
    public boolean followsAdapters() {
        return !adapters.isEmpty() && !requests();
    }

    /** The kinds of faults. */
    public enum Cause {
        /** JSON cannot represent the type. */
        NO_JSON,
        /** The generated class that describes the type cannot name it. */
        HIDDEN,
        /** No adapter of avaje-jsonb can name the type. */
        OUT_OF_REACH
    }

    /** Why JSON cannot represent a type, and what to do. */
    public record Fault(Cause cause, String text, String fix, Origin origin) {}
}
