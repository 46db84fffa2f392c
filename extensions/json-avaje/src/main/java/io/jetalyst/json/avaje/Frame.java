package io.jetalyst.json.avaje;

import io.avaje.json.JsonReader;
import io.jetalyst.codec.JsonShape;
import io.jetalyst.codec.json.JsonFaults;
import io.jetalyst.codec.json.JsonLevel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** An object or array whose values are being read, and the readers that its members come from. */
final class Frame extends JsonLevel {
    private final JsonReader source;
    private @Nullable JsonReader replay;
    private @Nullable Deque<JsonShape.Member> defaults;

    /** @param source the reader that the object or array is read from */
    Frame(JsonReader source, boolean array) {
        super(array);
        this.source = source;
    }

    /** The reader of the next member. */
    JsonReader source() {
        return replay == null ? source : replay;
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

    /** Notes that the body has no more members of this object. Returns whether one that is missing has a default value. */
    boolean endsWithDefault(JsonFaults faults) {
        if (defaults == null) {
            defaults = new ArrayDeque<>(end(faults));
            defaults.removeIf(member -> member.absent() == null);
        }
        return !defaults.isEmpty();
    }

    /** Returns the JSON of the next member that is absent and has a default value. */
    String nextDefault() {
        JsonShape.Member member = defaults == null ? null : defaults.poll();
        if (member == null || member.absent() == null) {
            throw new IllegalStateException("no default value is left");
        }
        at(member.name());
        return member.absent();
    }
}
