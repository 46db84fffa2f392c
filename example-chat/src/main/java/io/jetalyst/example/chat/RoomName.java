package io.jetalyst.example.chat;

import io.jetalyst.http.HttpProblem;

/**
 * What a room may be called: plain enough to be typed, said and put in a link.
 *
 * @param text 1 to 64 of {@code a-z 0-9 - _}
 */
record RoomName(String text) {
    private static final int MAX_LENGTH = 64;

    /**
     * The room of this name.
     *
     * @throws HttpProblem 404 if there can be no such room
     */
    static RoomName of(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || !text.chars().allMatch(RoomName::allowed)) {
            throw HttpProblem.notFound("There is no such room. The name of a room has 1 to " + MAX_LENGTH
                    + " characters: a to z in lower case, digits, - and _.");
        }
        return new RoomName(text);
    }

    private static boolean allowed(int character) {
        return character >= 'a' && character <= 'z'
                || character >= '0' && character <= '9'
                || character == '-'
                || character == '_';
    }
}
