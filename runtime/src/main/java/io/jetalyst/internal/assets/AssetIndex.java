package io.jetalyst.internal.assets;

import io.jetalyst.internal.files.AcceptedCodings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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

    /** The codings of neighbours, by the ends of their names, in the order in which the server prefers them. */
    private static final List<Map.Entry<String, String>> NEIGHBOURS =
            List.of(Map.entry(AcceptedCodings.BROTLI, ".br"), Map.entry(AcceptedCodings.GZIP, ".gz"));

    private static final String INDEX_PAGE = "index.html";

    private final Map<String, Asset> byName = new TreeMap<>();
    private final String version;

    private AssetIndex(Map<String, AssetContent> contents, long buildMillis) {
        MessageDigest all = AssetContent.sha256();
        contents.forEach((name, content) -> {
            byName.put(name, asset(name, contents, buildMillis));
            all.update((name + "\n" + content.hash() + "\n").getBytes(StandardCharsets.UTF_8));
        });
        this.version = HexFormat.of().formatHex(Arrays.copyOf(all.digest(), 6));
    }

    /**
     * Reads all files. If several roots have a file of one name, the first root wins.
     *
     * @param buildMillis how much older a file that is not decoded may be than the file of which it is the coding
     * @throws UncheckedIOException if a file cannot be read
     */
    static AssetIndex of(List<? extends AssetRoot> roots, long buildMillis) {
        Map<String, AssetContent> contents = new TreeMap<>();
        AssetContent.Memory memory = new AssetContent.Memory();
        for (AssetRoot root : roots) {
            try {
                root.visit((name, source) -> {
                    if (!AssetPath.isServed(name)) {
                        LOG.debug("The file {} of {} is not served, because of its name", name, root);
                    } else if (contents.containsKey(name)) {
                        reportDuplicate(name, contents.get(name).root(), root);
                    } else {
                        contents.put(name, AssetContent.read(name, source, root, memory));
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the static files of " + root, e);
            }
        }
        return new AssetIndex(contents, buildMillis);
    }

    private static void reportDuplicate(String name, AssetRoot first, AssetRoot other) {
        if (!DevelopmentFolders.areOfOneProject(first, other)) {
            LOG.warn("The class path has two files static/{}: {} is served, and that of {} is not", name, first, other);
        }
    }

    /** The file with the neighbours of its name in its root. */
    private static Asset asset(String name, Map<String, AssetContent> contents, long buildMillis) {
        AssetContent own = contents.get(name);
        List<Asset.Variant> variants = new ArrayList<>();
        NEIGHBOURS.forEach(neighbour -> {
            String other = name + neighbour.getValue();
            AssetContent coded = contents.get(other);
            if (coded == null || !coded.root().equals(own.root())) {
                return;
            }
            if (coded.isCodingOf(own, neighbour.getKey().equals(AcceptedCodings.GZIP), buildMillis)) {
                variants.add(Asset.Variant.of(neighbour.getKey(), name, coded));
            } else {
                LOG.warn(
                        "static/{} has another content than static/{}, or is older, and is not sent. Write it again, or delete it.",
                        other,
                        name);
            }
        });
        if (variants.stream().noneMatch(variant -> variant.coding().equals(AcceptedCodings.GZIP))) {
            own.compressed(name).ifPresent(coded -> variants.add(Asset.Variant.of(AcceptedCodings.GZIP, name, coded)));
        }
        variants.add(Asset.Variant.of(AcceptedCodings.IDENTITY, name, own));
        return Asset.of(variants);
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
