package io.jetalyst.processor.parse;

import io.jetalyst.processor.model.Segment;
import java.util.List;

/**
 * The path that all routes of a controller share.
 *
 * @param text empty for none, and for {@code "/"}
 */
record BasePath(String text, List<Segment> segments, boolean sound) {}
