package io.jetalyst.example.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is served as it is. An index made once: a request chooses a key of it, and never a path. */
final class Assets {
    private static final List<String> NAMES =
            List.of("chat.css", "chat.js", "connection.js", "log.js", "outbox.js", "page.js", "icon.svg");

    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, Asset> index;

    private Assets(Map<String, Asset> index) {
        this.index = index;
    }

    /** Reads all of them; that one is missing is a mistake of the build. */
    static Assets load() {
        return new Assets(NAMES.stream().collect(Collectors.toUnmodifiableMap(name -> name, Assets::read)));
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(index.get(name));
    }

    private static Asset read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("assets/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the resource assets/" + name + " is missing");
            }
            byte[] bytes = in.readAllBytes();
            String contentType = CONTENT_TYPES.get(name.substring(name.indexOf('.') + 1));
            return new Asset(contentType, '"' + Digest.of(bytes).hex() + '"', bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param etag changes with the bytes */
    record Asset(String contentType, String etag, byte[] bytes) {}
}
