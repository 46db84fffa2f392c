package io.jetalyst.json.jackson;

import io.jetalyst.codec.JsonShape;
import io.jetalyst.codec.json.JsonFaults;
import io.jetalyst.codec.json.JsonLevel;
import io.jetalyst.codec.json.JsonText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An object or array whose values are being read. */
final class Level extends JsonLevel {
    private @Nullable String discriminator;
    private @Nullable Set<String> known;
    private boolean ended;

    Level(boolean array) {
        super(array);
    }

    /** Leaves out the member of this name, which the codec has read already. */
    void hide(String discriminator) {
        this.discriminator = discriminator;
    }

    boolean isHidden(String member) {
        return member.equals(discriminator);
    }

    /** Leaves out all other members than these. */
    void know(@Nullable Set<String> members) {
        known = members;
    }

    boolean isUnknown(String member) {
        return known != null && !known.contains(member);
    }

    /** Whether the body has no more members of this object, so that members come from {@link #absent}. */
    boolean hasEnded() {
        return ended;
    }

    /**
     * Notes that the body has no more members of this object.
     *
     * @return an object with the missing members that are not required; {@code null} if there are none
     */
    @Nullable
    String absent(JsonFaults faults) {
        List<JsonShape.Member> missing = end(faults);
        if (missing.isEmpty()) {
            return null;
        }
        ended = true;
        return missing.stream()
                .map(member ->
                        JsonText.quoted(member.name()) + ":" + (member.absent() == null ? "null" : member.absent()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
