package io.jetalyst.example.chat;

/**
 * The text of a message.
 *
 * @param text 1 to 2,000 characters, cleaned, at least one of which can be seen
 */
record MessageText(String text) {
    static final int MAX_LENGTH = 2000;

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
}
