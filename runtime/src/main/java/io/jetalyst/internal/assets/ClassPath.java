package io.jetalyst.internal.assets;

import io.jetalyst.table.RouteTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the folders {@code static/} of the class path, the module path, and the image of the Java runtime. {@code static} is a keyword, so it
 * is no package of a module that would encapsulate its resources.
 */
final class ClassPath {
    private static final String FOLDER = "static/";

    /** The index of the routes. A JAR file that has it is searched even if it lists no folders. */
    private static final String INDEX = "META-INF/services/" + RouteTable.class.getName();

    private ClassPath() {}

    /** The folders in the order of the class path, and then those of named modules. */
    static List<AssetRoot> roots() {
        Set<AssetRoot> roots = new LinkedHashSet<>();
        try {
            for (URL url : resources("static")) {
                root(parent(url, "static")).ifPresent(roots::add);
            }
            for (URL url : resources(INDEX)) {
                root(parent(url, INDEX)).ifPresent(roots::add);
            }
            for (URI location : modules()) {
                root(location.toString()).ifPresent(roots::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(roots);
    }

    private static List<URL> resources(String name) throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return Collections.list(loader == null ? ClassLoader.getSystemResources(name) : loader.getResources(name));
    }

    /** The URL of the directory or JAR file that has a resource of this name. */
    private static String parent(URL url, String name) {
        String text = url.toString();
        int end = text.lastIndexOf(name);
        return text.substring(0, end);
    }

    /** The locations of the named modules, except those of the JDK. */
    private static List<URI> modules() {
        ModuleLayer layer = ClassPath.class.getModule().getLayer();
        List<URI> locations = new ArrayList<>();
        for (ResolvedModule module :
                (layer == null ? ModuleLayer.boot() : layer).configuration().modules()) {
            if (!module.name().startsWith("java.") && !module.name().startsWith("jdk.")) {
                module.reference().location().ifPresent(locations::add);
            }
        }
        Collections.sort(locations);
        return locations;
    }

    /** The root in the directory or JAR file at this URL. */
    private static Optional<AssetRoot> root(String url) {
        if (url.startsWith("jar:")) {
            return Optional.of(new AssetRoot.Jar(url, FOLDER));
        }
        if (url.endsWith(".jar")) {
            return Optional.of(new AssetRoot.Jar("jar:" + url + "!/", FOLDER));
        }
        if (!url.startsWith("file:") && !url.startsWith("jrt:")) {
            return Optional.empty(); // of a class loader that has no files
        }
        URI location = URI.create(url.endsWith("/") ? url : url + "/");
        Path folder = Path.of(location.resolve(FOLDER));
        return Files.isDirectory(folder) ? Optional.of(new AssetRoot.Directory(folder)) : Optional.empty();
    }
}
