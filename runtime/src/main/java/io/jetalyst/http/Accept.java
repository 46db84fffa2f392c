package io.jetalyst.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The media types that the client of a request accepts (RFC 9110 §12.5.1). The most specific range that contains a media type gives its
 * weight, and a weight of 0 excludes it. A request without the field accepts every media type.
 *
 * <pre>{@code
 * Accept accept = Accept.of(request.headers());
 * String type = accept.best(List.of("application/json", "text/csv"))
 *         .orElseThrow(() -> HttpProblem.of(Status.NOT_ACCEPTABLE, "Available as JSON and as CSV."));
 * }</pre>
 *
 * <p>A response that depends on the field says so with {@link Response#vary Vary: Accept}.
 */
public final class Accept {
    /** A client can send thousands of ranges; those after this many are ignored. */
    private static final int MAX_RANGES = 50;

    private static final Accept ANYTHING = new Accept(List.of(), true);

    private final List<MediaRange> ranges;
    private final boolean anything;

    private Accept(List<MediaRange> ranges, boolean anything) {
        this.ranges = ranges;
        this.anything = anything;
    }

    /** Reads the {@code Accept} fields of a request. Malformed ranges are ignored; if all are malformed, nothing is acceptable. */
    public static Accept of(Headers headers) {
        List<MediaRange> ranges = new ArrayList<>();
        int read = 0;
        for (String line : headers.all("Accept")) {
            List<String> parts = FieldLists.split(line, ',', MAX_RANGES - read);
            read += parts.size();
            parts.forEach(part -> MediaRange.parse(part).ifPresent(ranges::add));
        }
        return read == 0 ? ANYTHING : new Accept(List.copyOf(ranges), false);
    }

    /** The ranges in the order of the field; empty if the request has no such field. */
    public List<MediaRange> ranges() {
        return ranges;
    }

    /** The most specific range that contains this media type; the first one of several. */
    public Optional<MediaRange> range(String mediaType) {
        MediaRange wanted = mediaType(mediaType);
        MediaRange best = null;
        for (MediaRange range : ranges) {
            if (range.contains(wanted) && (best == null || range.specificity() > best.specificity())) {
                best = range;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * The weight of a media type, from 0, which is not acceptable, to 1.
     *
     * @throws IllegalArgumentException if the media type is malformed
     */
    public double quality(String mediaType) {
        return anything ? 1 : range(mediaType).map(MediaRange::quality).orElse(0.0);
    }

    /**
     * The media type that the client prefers, the first one of several with the same weight; empty if it accepts none of them, so that the
     * response is 406.
     *
     * @param offered in the order in which the server prefers them
     */
    public Optional<String> best(List<String> offered) {
        return offered.stream()
                .filter(type -> quality(type) > 0)
                .min(Comparator.comparingDouble((String type) -> -quality(type)));
    }

    private static MediaRange mediaType(String text) {
        return MediaRange.parse(text)
                .filter(type -> !type.subtype().equals("*"))
                .orElseThrow(() -> new IllegalArgumentException("not a media type: " + text));
    }
}
