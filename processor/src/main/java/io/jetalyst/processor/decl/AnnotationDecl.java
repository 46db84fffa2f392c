package io.jetalyst.processor.decl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An annotation as it was written.
 *
 * @param type its qualified name
 * @param values the values by member, without those of members that are left to their defaults
 * @param isMetadata whether a table keeps it for filters; then {@code values} has the defaults, too
 */
public record AnnotationDecl(String type, Map<String, List<ValueDecl>> values, boolean isMetadata, Origin origin) {
    /** Whether another annotation has the same type and the same values. */
    public boolean isSame(AnnotationDecl other) {
        return type.equals(other.type) && texts().equals(other.texts());
    }

    private Map<String, List<String>> texts() {
        Map<String, List<String>> texts = new TreeMap<>();
        values.forEach((member, all) ->
                texts.put(member, all.stream().map(ValueDecl::text).toList()));
        return texts;
    }

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

    /** The origin of the value of a member; the origin of the annotation if the member is left to its default. */
    public Origin originOf(String member) {
        return value(member).map(ValueDecl::origin).orElse(origin);
    }
}
