package io.jetalyst.codec.json;

import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.JsonShape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object or array whose values a codec reads: the current name or index, and which members have been there. */
public class JsonLevel {
    private final boolean array;
    private final Set<String> seen = new HashSet<>();
    private JsonShape.@Nullable Members shape;
    private @Nullable String name;
    private int index = -1;

    public JsonLevel(boolean array) {
        this.array = array;
    }

    public final boolean isArray() {
        return array;
    }

    /** Sets the members that the object has; {@code null} if it may have any. */
    public final void shape(JsonShape.@Nullable Members shape) {
        this.shape = shape;
    }

    /** Returns the pointer of the value that is read, if this is the pointer of the object or array. */
    final String extend(String pointer) {
        return array
                ? index < 0 ? pointer : pointer + "/" + index
                : name == null ? pointer : BodyFault.child(pointer, name);
    }

    /** Notes that the next element of the array is read. */
    public final void nextIndex() {
        index++;
    }

    /** Notes the member that is read. */
    public final void at(String member) {
        name = member;
    }

    /**
     * Notes that the body contains this member.
     *
     * @throws StopReading if it is the second one of its name
     */
    public final void see(String member, JsonFaults faults) {
        at(member);
        if (!seen.add(member)) {
            throw faults.stop(BodyFault.DUPLICATE, "is given twice", null);
        }
    }

    /** Returns the name of the member that is read. */
    public final String name() {
        return name == null ? "" : name;
    }

    /**
     * Notes that the body has no more members of this object, and adds a fault for each that is missing.
     *
     * @return the missing members that are not required
     */
    public final List<JsonShape.Member> end(JsonFaults faults) {
        List<JsonShape.Member> missing = shape == null
                ? List.of()
                : shape.members().stream()
                        .filter(member -> !seen.contains(member.name()))
                        .toList();
        missing.stream().filter(JsonShape.Member::required).forEach(member -> faults.addMissing(member.name()));
        name = null; // a fault of the constructor is one of the whole object
        return missing.stream().filter(member -> !member.required()).toList();
    }

    /**
     * Notes that the member that is read is {@code null}, which is a fault if it is required.
     *
     * @return the JSON of the default value, which replaces the {@code null}; {@code null} if it has none
     */
    public final @Nullable String nullMember(JsonFaults faults) {
        if (shape != null) {
            for (JsonShape.Member member : shape.members()) {
                if (member.name().equals(name)) {
                    if (member.required()) {
                        faults.add(BodyFault.REQUIRED, Expected.NOT_NULL, null);
                    }
                    return member.absent();
                }
            }
        }
        return null;
    }

    /** Notes that the element that is read is {@code null}, which no array may contain. */
    public final void nullElement(JsonFaults faults) {
        faults.add(BodyFault.REQUIRED, Expected.NOT_NULL, null);
    }
}
