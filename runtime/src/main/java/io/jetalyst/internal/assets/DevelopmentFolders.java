package io.jetalyst.internal.assets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folders of sources from which Maven and Gradle copy static files to the class path. */
final class DevelopmentFolders {
    private record Copy(Path copies, Path sources) {}

    private static final List<Copy> COPIES = List.of(
            new Copy(Path.of("target", "classes"), Path.of("src", "main", "resources")),
            new Copy(Path.of("target", "test-classes"), Path.of("src", "test", "resources")),
            new Copy(Path.of("build", "resources", "main"), Path.of("src", "main", "resources")),
            new Copy(Path.of("build", "resources", "test"), Path.of("src", "test", "resources")));

    private DevelopmentFolders() {}

    /** The roots, and before each one its folder of sources, if there is one. */
    static List<AssetRoot> withSources(List<AssetRoot> roots) {
        List<AssetRoot> all = new ArrayList<>();
        for (AssetRoot root : roots) {
            source(root).ifPresent(all::add);
            all.add(root);
        }
        return all;
    }

    /** Whether a build copies the files of the first root to the second. */
    static boolean areOfOneProject(AssetRoot first, AssetRoot second) {
        return source(second).filter(first::equals).isPresent();
    }

    private static Optional<AssetRoot> source(AssetRoot root) {
        if (root instanceof AssetRoot.Directory directory) {
            Path classes = directory.folder().getParent();
            for (Copy copy : COPIES) {
                if (classes != null && classes.endsWith(copy.copies())) {
                    Path project = classes;
                    for (int i = 0; i < copy.copies().getNameCount(); i++) {
                        project = project.getParent();
                    }
                    Path folder = project.resolve(copy.sources())
                            .resolve(directory.folder().getFileName().toString());
                    return Files.isDirectory(folder) ? Optional.of(new AssetRoot.Directory(folder)) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
