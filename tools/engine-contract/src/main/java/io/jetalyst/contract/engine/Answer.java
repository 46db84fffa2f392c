package io.jetalyst.contract.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A response as the client has received it.
 *
 * @param headers the values of each field; names in lower case
 * @param complete {@code false} if the response ended before its last byte
 */
public record Answer(int status, Map<String, List<String>> headers, byte[] body, boolean complete) {
    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The first value of this field; empty if there is none. */
    public String header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, List.of("")).get(0);
    }
}
