package io.jetalyst.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The header fields of a request (RFC 9110 §5), read-only. Names are compared without case.
 *
 * <p>The engine's implementation reads from the engine's own buffers and is valid until the exchange ends; {@link #copyOf}
 * makes one that stays.
 */
public interface Headers {
    /** The value of the first field of this name. */
    Optional<String> first(String name);

    /** The values of all fields of this name in the order they came, one for each field line; empty if there is none. */
    List<String> all(String name);

    /**
     * The members of all fields of this name, which is a list of members between commas (RFC 9110 §5.6.1), without the blanks around them
     * and without empty ones. A comma in a quoted string separates nothing. At most 1000 members are read.
     */
    default List<String> members(String name) {
        List<String> members = new ArrayList<>();
        for (String line : all(name)) {
            members.addAll(FieldLists.split(line, ',', 1000 - members.size()));
        }
        return members;
    }

    /** The names present. */
    Set<String> names();

    /** An immutable copy that stays valid after the exchange. */
    static Headers copyOf(Headers headers) {
        return CopiedHeaders.of(headers.names(), headers::all);
    }

    /** Headers of the given fields, for tests and engines without a representation of their own. */
    static Headers of(Map<String, List<String>> fields) {
        return CopiedHeaders.of(fields.keySet(), fields::get);
    }
}
