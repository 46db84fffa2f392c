package io.jetalyst.example.chat;

import io.jetalyst.http.HttpProblem;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of a room: simple enough to be typed, spoken and put into a link.
 *
 * @param text 1 to 64 of {@code a-z 0-9 - _}
 */
record RoomName(String text) {
    private static final int MAX_LENGTH = 64;

    /**
     * The room of this name.
     *
     * @throws HttpProblem 404 if a room cannot have this name
     */
    static RoomName of(String text) {
        if (!isValid(text)) {
            throw HttpProblem.notFound("There is no such room. The name of a room has 1 to " + MAX_LENGTH
                    + " characters: a to z in lower case, digits, - and _.");
        }
        return new RoomName(text);
    }

    /** The room that somebody means who writes its name with capital letters or blanks. Empty if that does not make it valid. */
    static Optional<RoomName> meant(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
        return isValid(name) ? Optional.of(new RoomName(name)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && text.chars().allMatch(RoomName::isAllowed);
    }

    private static boolean isAllowed(int character) {
        return character >= 'a' && character <= 'z'
                || character >= '0' && character <= '9'
                || character == '-'
                || character == '_';
    }
}
