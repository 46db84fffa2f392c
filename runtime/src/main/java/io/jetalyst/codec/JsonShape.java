package io.jetalyst.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of one type, as the annotation processor knows it. Codecs enforce it, so that all codecs accept the same bodies.
 *
 * <p>Generated code builds the shapes; each method returns a new shape.
 *
 * <pre>{@code
 * JsonShape.record(NewRoom.class).required("name").optional("topic").withDefault("seats", "20");
 * JsonShape.kinds(Command.class, "type").kind("say", Command.Say.class).kind("leave", Command.Leave.class);
 * }</pre>
 */
public sealed interface JsonShape {
    /** The class; of a generic record without its type arguments. */
    Class<?> type();

    /** A record without members yet. */
    static Members record(Class<?> type) {
        return new Members(type, List.of());
    }

    /** A record that has no components, and how to create one. */
    static <T> Empty empty(Class<T> type, Supplier<T> instance) {
        return new Empty(type, instance);
    }

    /**
     * A sealed type without kinds yet.
     *
     * @param discriminator the name of the member that names the kind
     */
    static Kinds kinds(Class<?> type, String discriminator) {
        return new Kinds(type, discriminator, Map.of());
    }

    /** A record, which is an object with these members. Codecs may know more members than these, and do not require them. */
    record Members(Class<?> type, List<Member> members) implements JsonShape {
        public Members {
            members = List.copyOf(members);
        }

        /** With members that must be present and not {@code null}. */
        public Members required(String... names) {
            Members more = this;
            for (String name : names) {
                more = more.with(new Member(name, true, null));
            }
            return more;
        }

        /** With members that may be absent or {@code null}. */
        public Members optional(String... names) {
            Members more = this;
            for (String name : names) {
                more = more.with(new Member(name, false, null));
            }
            return more;
        }

        /** With a member that has a value if it is absent. The value is JSON, such as {@code "\"red\""} or {@code "20"}. */
        public Members withDefault(String name, String json) {
            return with(new Member(name, false, json));
        }

        private Members with(Member member) {
            List<Member> more = new ArrayList<>(members);
            more.add(member);
            return new Members(type, more);
        }
    }

    /** A record without components, which is an empty object. */
    record Empty(Class<?> type, Supplier<?> instance) implements JsonShape {}

    /**
     * A member of a record.
     *
     * @param required whether the member must be present and not {@code null}
     * @param absent the JSON of its value if it is absent; {@code null} if it has no default value
     */
    record Member(String name, boolean required, @Nullable String absent) {}

    /** A sealed type, which is an object with a discriminator and the members of a kind. */
    record Kinds(Class<?> type, String discriminator, Map<String, Class<?>> kinds) implements JsonShape {
        public Kinds {
            kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
        }

        /** With one more kind, under the name that the discriminator has. */
        public Kinds kind(String name, Class<?> kind) {
            Map<String, Class<?>> more = new LinkedHashMap<>(kinds);
            more.put(name, kind);
            return new Kinds(type, discriminator, more);
        }

        /** The name of the kind that a value has. */
        public Optional<String> nameOf(Object value) {
            return kinds.entrySet().stream()
                    .filter(kind -> kind.getValue().isInstance(value))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        /** The names of the kinds in a sentence, such as {@code say, leave}. */
        public String names() {
            return String.join(", ", kinds.keySet());
        }
    }

    /** The shapes by class. */
    static Map<Class<?>, JsonShape> byClass(List<JsonShape> shapes) {
        Map<Class<?>, JsonShape> found = new LinkedHashMap<>();
        shapes.forEach(shape -> found.putIfAbsent(shape.type(), shape));
        return found;
    }

    /** As {@link #byClass(List)}. */
    static Map<Class<?>, JsonShape> byClass(JsonShape... shapes) {
        return byClass(Arrays.asList(shapes));
    }
}
