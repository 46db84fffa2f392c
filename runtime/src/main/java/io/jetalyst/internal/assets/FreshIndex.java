package io.jetalyst.internal.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index in dev mode: made again when a file of a directory has changed since the last request. Thread-safe. */
final class FreshIndex implements Supplier<AssetIndex> {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.files");

    private final List<AssetRoot> roots;
    private List<String> files;
    private AssetIndex index;

    FreshIndex(List<AssetRoot> roots) {
        this.roots = DevelopmentFolders.withSources(roots);
        this.files = files();
        this.index = AssetIndex.of(this.roots, 0);
    }

    @Override
    public synchronized AssetIndex get() {
        try {
            List<String> now = files();
            if (!now.equals(files)) {
                index = AssetIndex.of(roots, 0);
                files = now;
            }
        } catch (UncheckedIOException e) {
            LOG.debug("A build changes the static files; the next request reads them again", e);
        }
        return index;
    }

    /** The paths, sizes and times of all files in directories. */
    private List<String> files() {
        List<String> found = new ArrayList<>();
        for (AssetRoot root : roots) {
            if (root instanceof AssetRoot.Directory directory) {
                try {
                    for (Path file : directory.files()) {
                        found.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return found;
    }
}
