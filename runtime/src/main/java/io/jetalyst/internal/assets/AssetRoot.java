package io.jetalyst.internal.assets;

import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A place of the class path or module path that has static files. */
sealed interface AssetRoot {
    /** Calls the visitor for each file, with its path relative to the root. */
    void visit(Visitor visitor) throws IOException;

    /** Reads the files of a root. */
    @FunctionalInterface
    interface Visitor {
        void file(String name, Source source) throws IOException;
    }

    /** The content of a file. */
    interface Source {
        /** Valid only while the file is visited. */
        InputStream open() throws IOException;

        /** When the file was changed, in milliseconds since 1970. */
        long modified() throws IOException;

        /** The body of a response with the content, which is read when the response is sent. */
        ResponseBody body() throws IOException;
    }

    /** A directory; also one of the image of the Java runtime, which jlink has made. */
    record Directory(Path folder) implements AssetRoot {
        @Override
        public void visit(Visitor visitor) throws IOException {
            for (Path file : files()) {
                String name = folder.relativize(file)
                        .toString()
                        .replace(folder.getFileSystem().getSeparator(), "/");
                visitor.file(name, new FileSource(file));
            }
        }

        /** The files in the order of their paths, without links that leave the folder. */
        List<Path> files() throws IOException {
            Path real = folder.toRealPath();
            try (Stream<Path> paths = Files.walk(folder)) {
                return paths.filter(Files::isRegularFile)
                        .filter(file -> isInside(real, file))
                        .sorted()
                        .toList();
            }
        }

        private static boolean isInside(Path real, Path file) {
            try {
                return !Files.isSymbolicLink(file) || file.toRealPath().startsWith(real);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return folder.toString();
        }
    }

    /** A file of a directory. */
    record FileSource(Path file) implements Source {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public long modified() throws IOException {
            return Files.getLastModifiedTime(file).toMillis();
        }

        @Override
        public ResponseBody body() throws IOException {
            // A file of the runtime's image has no channel that the engine could read.
            return file.getFileSystem() == FileSystems.getDefault()
                    ? Response.file(file).body()
                    : Response.resource(file.toUri().toURL()).body();
        }
    }

    /**
     * A folder in a JAR file.
     *
     * @param jar the URL of the folder's parent, which ends in {@code !/}
     * @param folder the name of the folder, with a slash at the end
     */
    record Jar(String jar, String folder) implements AssetRoot {
        @Override
        public void visit(Visitor visitor) throws IOException {
            JarURLConnection connection =
                    (JarURLConnection) URI.create(jar).toURL().openConnection();
            connection.setUseCaches(false);
            try (JarFile file = connection.getJarFile()) {
                String entryName = connection.getEntryName();
                String prefix = (entryName == null ? "" : entryName) + folder;
                for (JarEntry entry : file.stream().toList()) {
                    String name = entry.getName();
                    if (name.startsWith(prefix) && !entry.isDirectory()) {
                        visitor.file(
                                name.substring(prefix.length()), new EntrySource(jar, folder, file, entry, prefix));
                    }
                }
            }
        }

        @Override
        public String toString() {
            return jar + folder;
        }
    }

    /** An entry of a JAR file. */
    record EntrySource(String jar, String folder, JarFile file, JarEntry entry, String prefix) implements Source {
        @Override
        public InputStream open() throws IOException {
            return file.getInputStream(entry);
        }

        @Override
        public long modified() {
            return entry.getTime();
        }

        @Override
        public ResponseBody body() throws IOException {
            String name = entry.getName().substring(prefix.length());
            return Response.resource(
                            URI.create(jar + folder + AssetPath.encode(name)).toURL())
                    .body();
        }
    }
}
