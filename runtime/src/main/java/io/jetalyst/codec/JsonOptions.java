package io.jetalyst.codec;

/**
 * The settings of an application for all JSON that it reads.
 *
 * @param rejectUnknown whether a member that a record does not have is a fault; otherwise codecs ignore it
 */
public record JsonOptions(boolean rejectUnknown) {
    /** Codecs ignore unknown members, so that clients may send more than this version of the application reads. */
    public static final JsonOptions DEFAULT = new JsonOptions(false);
}
