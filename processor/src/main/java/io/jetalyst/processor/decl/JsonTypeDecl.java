package io.jetalyst.processor.decl;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A type that is read or written as JSON. */
public sealed interface JsonTypeDecl {
    ClassRef name();

    /**
     * A record.
     *
     * @param imported whether avaje-jsonb generates an adapter only if it is asked
     * @param empty whether it has no components
     */
    record Members(ClassRef name, List<Member> members, boolean imported, boolean empty) implements JsonTypeDecl {
        public Members {
            members = List.copyOf(members);
        }
    }

    /**
     * A component of a record.
     *
     * @param absent the JSON of its default value; {@code null} if it has none
     */
    record Member(String name, boolean required, @Nullable String absent) {}

    /** A sealed type, and its kinds by the names that they have in JSON. */
    record Kinds(ClassRef name, String discriminator, Map<String, ClassRef> kinds) implements JsonTypeDecl {}
}
