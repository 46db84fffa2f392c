package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.model.Segment;
import java.util.List;

/**
 * The path that all routes of a controller share.
 *
 * @param text empty for none, and for {@code "/"}
 * @param sound whether the path is well-formed
 * @param origin where it is written
 */
record BasePath(String text, List<Segment> segments, boolean sound, Origin origin) {
    boolean endsInTail() {
        return !segments.isEmpty() && segments.get(segments.size() - 1) instanceof Segment.Tail;
    }
}
