package io.jetalyst.json.avaje;

import static java.util.Objects.requireNonNull;

import io.avaje.json.JsonReader;
import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.JsonShape;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object or array whose values are being read. */
final class Frame {
    private final JsonReader source;
    private final boolean array;
    private final Set<String> seen = new HashSet<>();
    private @Nullable JsonReader replay;
    private JsonShape.@Nullable Members shape;
    private @Nullable Iterator<JsonShape.Member> defaults;
    private @Nullable String name;
    private int index = -1;

    /** @param source the reader that the object or array is read from */
    Frame(JsonReader source, boolean array) {
        this.source = source;
        this.array = array;
    }

    /** The reader of the next member. */
    JsonReader source() {
        return replay == null ? source : replay;
    }

    void shape(JsonShape.@Nullable Members shape) {
        this.shape = shape;
    }

    /** Returns the pointer of the value that is read, if this is the pointer of the object or array. */
    String extend(String pointer) {
        return array
                ? index < 0 ? pointer : pointer + "/" + index
                : name == null ? pointer : BodyFault.child(pointer, name);
    }

    void nextIndex() {
        index++;
    }

    /** Notes the member that is read. */
    void at(String member) {
        name = member;
    }

    /** Returns whether the member is the first one with its name. */
    boolean see(String member) {
        return seen.add(member);
    }

    String name() {
        return name == null ? "" : name;
    }

    /** Reads members from here first: those in front of the discriminator. */
    void replay(JsonReader members) {
        replay = members;
    }

    /** Whether the next member is one in front of the discriminator. */
    boolean replays() {
        if (replay != null && !replay.hasNextField()) {
            replay.close();
            replay = null;
        }
        return replay != null;
    }

    boolean isReplaying() {
        return replay != null;
    }

    boolean ended() {
        return defaults != null;
    }

    /** Notes that the body has no more members of this object, and adds a fault for each that is missing. */
    void end(Faults faults) {
        if (defaults != null) {
            return;
        }
        List<JsonShape.Member> missing = shape == null
                ? List.of()
                : shape.members().stream()
                        .filter(member -> !seen.contains(member.name()))
                        .toList();
        missing.stream().filter(JsonShape.Member::required).forEach(member -> faults.missing(member.name()));
        defaults = missing.stream().filter(member -> member.absent() != null).iterator();
        name = null; // a fault of the constructor is one of the whole object
    }

    boolean hasDefault() {
        return defaults != null && defaults.hasNext();
    }

    /** Returns the JSON of the next member that is absent and has a default value. */
    String nextDefault() {
        JsonShape.Member member = requireNonNull(defaults).next();
        at(member.name());
        return requireNonNull(member.absent());
    }

    boolean isRequired() {
        JsonShape.@Nullable Member member = member();
        return member != null && member.required();
    }

    /** Returns the JSON of the default value of the member that is read, if it has one. */
    @Nullable
    String absent() {
        JsonShape.@Nullable Member member = member();
        return member == null ? null : member.absent();
    }

    private JsonShape.@Nullable Member member() {
        if (shape != null) {
            for (JsonShape.Member member : shape.members()) {
                if (member.name().equals(name)) {
                    return member;
                }
            }
        }
        return null;
    }
}
