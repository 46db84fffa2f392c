package io.jetalyst.processor.decl;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An annotation as it was written.
 *
 * @param type its qualified name
 * @param values what was given, by member; a member that was left to its default is not here
 * @param isMetadata whether a table keeps it for filters; then {@code values} has the defaults, too
 */
public record AnnotationDecl(String type, Map<String, List<ValueDecl>> values, boolean isMetadata, Origin origin) {
    /** {@code @Get}. */
    public String text() {
        return "@" + type.substring(type.lastIndexOf('.') + 1);
    }

    /** The value of a member that holds one. */
    public Optional<ValueDecl> value(String member) {
        return values(member).stream().findFirst();
    }

    /** The values of a member that holds several. */
    public List<ValueDecl> values(String member) {
        return values.getOrDefault(member, List.of());
    }

    /** Where the member's value stands; the annotation, where it was left to its default. */
    public Origin originOf(String member) {
        return value(member).map(ValueDecl::origin).orElse(origin);
    }
}
