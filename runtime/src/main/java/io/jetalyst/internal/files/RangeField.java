package io.jetalyst.internal.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the {@code Range} field of a request (RFC 9110 §14.2). */
final class RangeField {
    /** A field with more ranges is ignored: it would cost more to serve than the whole content (§17.15). */
    static final int MAX_RANGES = 16;

    /** Ranges with a smaller gap between them are sent as one: about the size of the header of a part. */
    private static final long MIN_GAP = 100;

    private static final String UNIT = "bytes=";

    private RangeField() {}

    /**
     * The ranges to send, joined where they overlap, in the order of the field; an empty list if none of them is in the content, so that the
     * response is 416; empty if the field is to be ignored, because it is malformed, has another unit or too many ranges.
     */
    static Optional<List<ByteRange>> parse(String field, long size) {
        String value = field.strip();
        if (!value.toLowerCase(Locale.ROOT).startsWith(UNIT)) {
            return Optional.empty();
        }
        String[] specs = value.substring(UNIT.length()).split(",", MAX_RANGES + 1);
        if (specs.length > MAX_RANGES) {
            return Optional.empty();
        }
        List<ByteRange> ranges = new ArrayList<>();
        for (String spec : specs) {
            if (spec.isBlank()) {
                continue; // a recipient ignores empty members of a list (RFC 9110 §5.6.1.2)
            }
            Optional<ByteRange> range = range(spec.strip(), size);
            if (range.isEmpty()) {
                return Optional.empty();
            }
            range.filter(part -> part.first() < size).ifPresent(part -> add(part, ranges));
        }
        boolean empty = Arrays.stream(specs).allMatch(String::isBlank);
        return empty ? Optional.empty() : Optional.of(ranges);
    }

    /** The range of one member; it begins behind the content if it is not satisfiable. Empty if it is malformed. */
    private static Optional<ByteRange> range(String spec, long size) {
        int dash = spec.indexOf('-');
        String first = dash < 0 ? "" : spec.substring(0, dash).strip();
        String last = dash < 0 ? "" : spec.substring(dash + 1).strip();
        if (!isNumber(first) || !isNumber(last) || (first.isEmpty() && last.isEmpty())) {
            return Optional.empty();
        }
        if (first.isEmpty()) {
            long length = Math.min(number(last), size);
            return Optional.of(new ByteRange(length == 0 ? size : size - length, size - 1));
        }
        long from = number(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : number(last);
        return to < from ? Optional.empty() : Optional.of(new ByteRange(from, Math.min(to, size - 1)));
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** A number with more digits than a {@code long} has is behind the end of every content. */
    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException large) {
            return Long.MAX_VALUE;
        }
    }

    private static void add(ByteRange range, List<ByteRange> ranges) {
        ByteRange joined = range;
        int at = ranges.size();
        for (int i = ranges.size() - 1; i >= 0; i--) {
            if (ranges.get(i).isNear(joined, MIN_GAP)) {
                joined = joined.join(ranges.remove(i));
                at = i;
            }
        }
        ranges.add(at, joined);
    }
}
