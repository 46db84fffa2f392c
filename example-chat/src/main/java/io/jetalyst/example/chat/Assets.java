package io.jetalyst.example.chat;

import io.jetalyst.http.EntityTag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The files that are served unchanged. They are read once; a request chooses a key of this index, never a path. */
final class Assets {
    private static final List<String> NAMES = List.of(
            "chat.css",
            "noscript.css",
            "chat.js",
            "composer.js",
            "connection.js",
            "echo.js",
            "log.js",
            "notices.js",
            "outbox.js",
            "page.js",
            "side.js",
            "text.js",
            "icon.svg");

    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, Asset> index;

    private Assets(Map<String, Asset> index) {
        this.index = index;
    }

    /** @throws IllegalStateException if the build left one out */
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
            return new Asset(contentType, EntityTag.of(Digest.of(bytes).hex()), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param tag changes with the bytes */
    record Asset(String contentType, EntityTag tag, byte[] bytes) {}
}
