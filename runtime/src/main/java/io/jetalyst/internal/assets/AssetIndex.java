package io.jetalyst.internal.assets;

import io.jetalyst.http.MediaType;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.internal.compression.CompressibleTypes;
import io.jetalyst.internal.compression.Gzip;
import io.jetalyst.internal.files.AcceptedCodings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All static files by name, and a version that changes with each of them. A request chooses a file of the index, and never a path of a file
 * system. Immutable.
 */
final class AssetIndex {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.files");

    /** A larger file is read each time that it is sent. */
    private static final int MAX_KEPT_BYTES = 256 * 1024;

    /** The memory of all files that are kept. */
    private static final int MAX_ALL_KEPT_BYTES = 16 * 1024 * 1024;

    /** The codings of neighbours, by the ends of their names, in the order in which the server prefers them. */
    private static final List<Map.Entry<String, String>> NEIGHBOURS =
            List.of(Map.entry(AcceptedCodings.BROTLI, ".br"), Map.entry(AcceptedCodings.GZIP, ".gz"));

    private static final String INDEX_PAGE = "index.html";

    private final Map<String, Asset> byName = new TreeMap<>();
    private final String version;

    private AssetIndex(Map<String, Content> contents) {
        MessageDigest all = sha256();
        contents.forEach((name, content) -> {
            byName.put(name, asset(name, contents));
            all.update((name + "\n" + content.hash() + "\n").getBytes(StandardCharsets.UTF_8));
        });
        this.version = HexFormat.of().formatHex(Arrays.copyOf(all.digest(), 6));
    }

    /** A file that was read. */
    private record Content(ResponseBody body, String hash, AssetRoot root) {}

    /**
     * Reads all files. If several roots have a file of one name, the first root wins.
     *
     * @throws UncheckedIOException if a file cannot be read
     */
    static AssetIndex of(List<? extends AssetRoot> roots) {
        Map<String, Content> contents = new TreeMap<>();
        long[] kept = {0};
        for (AssetRoot root : roots) {
            try {
                root.visit((name, source) -> {
                    if (!AssetPath.isServed(name)) {
                        LOG.debug("The file {} of {} is not served, because of its name", name, root);
                    } else if (contents.containsKey(name)) {
                        reportDuplicate(name, contents.get(name).root(), root);
                    } else {
                        contents.put(name, read(source, root, kept));
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the static files of " + root, e);
            }
        }
        return new AssetIndex(contents);
    }

    private static void reportDuplicate(String name, AssetRoot first, AssetRoot other) {
        if (!DevelopmentFolders.areOfOneProject(first, other)) {
            LOG.warn("The class path has two files static/{}: {} is served, and that of {} is not", name, first, other);
        }
    }

    /** Reads a file once, for its hash, and keeps its bytes if they are few. */
    private static Content read(AssetRoot.Source source, AssetRoot root, long[] kept) throws IOException {
        MessageDigest digest = sha256();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        long size = 0;
        try (InputStream in = source.open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                size += count;
                if (size <= MAX_KEPT_BYTES) {
                    bytes.write(buffer, 0, count);
                }
            }
        }
        boolean keep = size <= MAX_KEPT_BYTES && kept[0] + size <= MAX_ALL_KEPT_BYTES;
        kept[0] += keep ? size : 0;
        return new Content(
                keep ? new ResponseBody.Bytes(bytes.toByteArray()) : source.body(), hash(digest.digest()), root);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The file with the neighbours of its name in its root. */
    private static Asset asset(String name, Map<String, Content> contents) {
        Content own = contents.get(name);
        List<Asset.Variant> variants = new ArrayList<>();
        for (Map.Entry<String, String> neighbour : NEIGHBOURS) {
            Content coded = contents.get(name + neighbour.getValue());
            if (coded != null && coded.root().equals(own.root())) {
                variants.add(Asset.Variant.of(neighbour.getKey(), name, coded.body(), coded.hash()));
            }
        }
        if (variants.stream().noneMatch(variant -> variant.coding().equals(AcceptedCodings.GZIP))) {
            compressed(name, own.body()).ifPresent(variants::add);
        }
        variants.add(Asset.Variant.of(AcceptedCodings.IDENTITY, name, own.body(), own.hash()));
        return Asset.of(variants);
    }

    /** The content of a file in memory, compressed; empty if that saves less than a tenth. */
    private static Optional<Asset.Variant> compressed(String name, ResponseBody body) {
        boolean isSmall = body.length() < Gzip.MIN_BYTES || !CompressibleTypes.contains(MediaType.ofFileName(name));
        if (isSmall || !(body instanceof ResponseBody.Bytes memory)) {
            return Optional.empty();
        }
        byte[] compressed = Gzip.compress(memory.bytes());
        return compressed.length > 0.9 * memory.bytes().length
                ? Optional.empty()
                : Optional.of(Asset.Variant.of(
                        AcceptedCodings.GZIP,
                        name,
                        new ResponseBody.Bytes(compressed),
                        hash(sha256().digest(compressed))));
    }

    private static String hash(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
    }

    /** The file of this name, or the index page of a folder whose name ends in a slash. */
    @Nullable
    Asset find(String name) {
        return name.isEmpty() || name.endsWith("/") ? byName.get(name + INDEX_PAGE) : byName.get(name);
    }

    /** The names of all files, in order. */
    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** Changes if a file does, or its name, or if there are more or fewer files. */
    String version() {
        return version;
    }
}
