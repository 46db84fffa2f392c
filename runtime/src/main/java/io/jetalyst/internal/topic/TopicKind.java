package io.jetalyst.internal.topic;

import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.codec.Codecs;
import io.jetalyst.socket.Presence;
import io.jetalyst.socket.TopicOptions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The types and options that all handles of one topic share, and the codecs of its values. A topic without members uses {@code Void}. */
final class TopicKind<T, M> {
    private static final int MAX_MEMBER_BYTES = 1024;

    private final Class<T> type;
    private final TopicOptions options;
    private final Class<M> memberType;
    private final Presence<T, M> presence;
    private final BodyWriter<T> writer;
    private final BodyWriter<M> memberWriter;
    private final BodyReader<M> memberReader;

    TopicKind(Codecs codecs, Class<T> type, TopicOptions options, Class<M> memberType, Presence<T, M> presence) {
        this.type = type;
        this.options = options;
        this.memberType = memberType;
        this.presence = presence;
        this.writer = writer(codecs, type);
        this.memberWriter = writer(codecs, memberType);
        this.memberReader = reader(codecs, memberType);
    }

    int history() {
        return options.history();
    }

    int maxMembers() {
        return options.maxMembers();
    }

    boolean hasMembers() {
        return memberType != Void.class;
    }

    byte[] encode(T message) {
        return writer.write(message);
    }

    /** A member in the form in which the hub stores it. */
    String text(M member) {
        byte[] text = memberWriter.write(member);
        if (text.length > MAX_MEMBER_BYTES) {
            throw new IllegalArgumentException("a member takes " + MAX_MEMBER_BYTES + " bytes at most, not "
                    + text.length + ": every new subscriber receives all members");
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    M member(String text) {
        return memberReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    Optional<byte[]> present(List<M> members, Instant completeSince) {
        return presence.snapshot(members, completeSince).map(this::encode);
    }

    Optional<byte[]> joined(M member) {
        return presence.joined(member).map(this::encode);
    }

    Optional<byte[]> left(M member) {
        return presence.left(member).map(this::encode);
    }

    /** Whether types and options are equal; the presence listener may differ. */
    boolean agrees(TopicKind<?, ?> other) {
        return type == other.type && memberType == other.memberType && options.equals(other.options);
    }

    @Override
    public String toString() {
        return "messages of type " + type.getName()
                + (hasMembers() ? ", members of type " + memberType.getName() : "")
                + (hasMembers() && maxMembers() != TopicOptions.DEFAULT.maxMembers() ? ", at most " + maxMembers() : "")
                + (history() > 0 ? ", a history of " + history() : "");
    }

    private static <V> BodyWriter<V> writer(Codecs codecs, Class<V> type) {
        if (type == String.class) {
            return text -> text.toString().getBytes(StandardCharsets.UTF_8);
        }
        return type == Void.class ? nothing -> new byte[0] : codecs.jsonWriter(type);
    }

    private static <V> BodyReader<V> reader(Codecs codecs, Class<V> type) {
        if (type == String.class) {
            return bytes -> type.cast(new String(bytes, StandardCharsets.UTF_8));
        }
        return type == Void.class
                ? bytes -> {
                    throw new IllegalStateException("a topic without members has none to read");
                }
                : codecs.jsonReader(type);
    }
}
