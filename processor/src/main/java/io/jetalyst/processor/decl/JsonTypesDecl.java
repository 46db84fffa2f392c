package io.jetalyst.processor.decl;

import java.util.List;

/**
 * The types that a controller, or a type of messages, reads and writes as JSON.
 *
 * @param types sorted by name
 * @param faults the reasons why JSON cannot represent some of the types
 * @param deprecation the strongest of the types
 */
public record JsonTypesDecl(List<JsonTypeDecl> types, List<Fault> faults, Deprecation deprecation) {
    public JsonTypesDecl {
        types = List.copyOf(types);
        faults = List.copyOf(faults);
    }

    /** Why JSON cannot represent a type, and what to do. */
    public record Fault(String text, String fix, Origin origin) {}
}
