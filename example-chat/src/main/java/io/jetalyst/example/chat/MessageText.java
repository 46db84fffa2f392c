package io.jetalyst.example.chat;

/**
 * What somebody says.
 *
 * @param text 1 to 2,000 characters, cleaned
 */
record MessageText(String text) {
    private static final int MAX_LENGTH = 2000;

    /** @throws Refusal if there is nothing in it, or too much */
    static MessageText of(String raw) throws Refusal {
        if (raw.length() > MAX_LENGTH) {
            throw Refusal.of("too-long", "A message has at most 2,000 characters.");
        }
        String text = CleanText.lines(raw);
        if (text.isEmpty()) {
            throw Refusal.of("empty", "There is nothing in this message.");
        }
        return new MessageText(text);
    }
}
