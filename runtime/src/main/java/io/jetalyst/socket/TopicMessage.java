package io.jetalyst.socket;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;

/**
 * A message of a topic, for readers that are no sessions.
 *
 * @param id the id under which {@link Topic#messages(String)} finds it; empty for a message about members, which is not kept
 * @param content text or JSON in UTF-8
 */
public record TopicMessage(String id, ByteBuffer content) {
    public TopicMessage {
        requireNonNull(id);
        requireNonNull(content);
    }
}
