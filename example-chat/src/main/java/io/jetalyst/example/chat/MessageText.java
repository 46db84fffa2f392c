package io.jetalyst.example.chat;

/**
 * The text of a message.
 *
 * @param text 1 to 2,000 characters, cleaned, at least one of which can be seen
 */
record MessageText(String text) {
    static final int MAX_LENGTH = 2000;
    static final int MAX_DESCRIPTION = 300;

    /** @throws Refusal if the text is too long, or a reader would see nothing */
    static MessageText of(String raw) throws Refusal {
        if (raw.length() > MAX_LENGTH) {
            throw Refusal.of("too-long", "A message has at most 2,000 characters.");
        }
        String text = CleanText.lines(raw);
        if (text.isEmpty()) {
            throw Refusal.of("empty", "This message is empty.");
        }
        return new MessageText(text);
    }

    /**
     * The description of a picture, which may be empty.
     *
     * @throws Refusal if it is too long
     */
    static String description(String raw) throws Refusal {
        if (raw.length() > MAX_DESCRIPTION) {
            throw Refusal.of(
                    "too-long", "The description of a picture has at most " + MAX_DESCRIPTION + " characters.");
        }
        return CleanText.line(raw);
    }
}
