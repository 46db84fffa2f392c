package io.jetalyst.example.chat;

/** A picture that a member has uploaded, without its metadata. */
record Picture(PictureHeader header, byte[] bytes) {
    static final int MAX_BYTES = 1_000_000;
    private static final int MAX_SIDE = 4096;

    /** Of all frames, because a browser draws them again and again. */
    private static final long MAX_PIXELS = 100_000_000;

    /**
     * Checks a picture and removes its metadata.
     *
     * @throws Refusal if the content is too long, no picture, or one with too many pixels
     */
    static Picture of(byte[] bytes) throws Refusal {
        if (bytes.length > MAX_BYTES) {
            throw Refusal.of("too-long", "A picture has at most 1 MB.");
        }
        PictureMetadata.Drawn drawn = PictureMetadata.remove(header(bytes), bytes);
        PictureHeader header = header(drawn.bytes());
        if (!isSide(header.width()) || !isSide(header.height())) {
            throw Refusal.of("too-big", "A picture is 1 to " + MAX_SIDE + " pixels wide and high.");
        }
        if (drawn.pixels() > MAX_PIXELS) {
            throw Refusal.of("too-big", "The frames of an animation have at most 100 million pixels together.");
        }
        return new Picture(drawn.isTurned() ? header.turned() : header, drawn.bytes());
    }

    private static PictureHeader header(byte[] bytes) throws Refusal {
        return PictureHeader.of(bytes)
                .orElseThrow(
                        () -> Refusal.of("no-picture", "This is no picture in the format PNG, JPEG, GIF or WebP."));
    }

    private static boolean isSide(int pixels) {
        return pixels >= 1 && pixels <= MAX_SIDE;
    }
}
