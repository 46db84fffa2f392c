package io.jetalyst.codec;

/**
 * The settings of an application for all JSON that it reads and writes.
 *
 * @param rejectUnknown whether a member that a record does not have is a fault; otherwise codecs ignore it
 * @param writeNull whether codecs write {@code null} for a member that is null or an empty {@code Optional}; otherwise they leave the member out
 */
public record JsonOptions(boolean rejectUnknown, boolean writeNull) {
    /** Codecs ignore unknown members, so that clients may send more than this version of the application reads, and leave out empty members. */
    public static final JsonOptions DEFAULT = new JsonOptions(false, false);

    public JsonOptions withRejectUnknown(boolean rejectUnknown) {
        return new JsonOptions(rejectUnknown, writeNull);
    }

    public JsonOptions withWriteNull(boolean writeNull) {
        return new JsonOptions(rejectUnknown, writeNull);
    }
}
