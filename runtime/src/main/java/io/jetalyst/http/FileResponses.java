package io.jetalyst.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import org.jspecify.annotations.Nullable;

/** Makes the responses of files and resources: content, media type, tag, time of the last change. */
final class FileResponses {
    private static final String ABSENT = "No file was found.";

    private FileResponses() {}

    static Response of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw HttpProblem.notFound(ABSENT);
            }
            long size = attributes.size();
            long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            return response(file.toString(), new ResponseBody.FileRegion(file, 0, size))
                    .etag(EntityTag.of(Long.toHexString(modified) + "-" + Long.toHexString(size)))
                    .lastModified(past(attributes.lastModifiedTime().toInstant()));
        } catch (IOException e) {
            throw problem(e);
        }
    }

    /** A server sends no time of change that is in its future (RFC 9110 §8.8.2.1). */
    private static Instant past(Instant time) {
        Instant now = Instant.now();
        return time.isAfter(now) ? now : time;
    }

    static Response of(Path directory, String name) {
        if (!SafeName.isSafe(name)) {
            throw HttpProblem.notFound(ABSENT);
        }
        try {
            Path root = directory.toRealPath();
            Path file = root.resolve(name);
            Path real = file.toRealPath();
            if (!isNamed(root, file, name) || !isVisible(root, real)) {
                throw HttpProblem.notFound(ABSENT);
            }
            return of(real);
        } catch (InvalidPathException e) {
            throw HttpProblem.notFound(ABSENT);
        } catch (IOException e) {
            throw problem(e);
        }
    }

    /**
     * Whether the file has exactly this name. Some file systems also find it by names with other letter case, dots or blanks at the end, or
     * by a short name. A rule for the path of a request does not know these names.
     */
    private static boolean isNamed(Path root, Path file, String name) throws IOException {
        String actual = root.relativize(file.toRealPath(LinkOption.NOFOLLOW_LINKS))
                .toString()
                .replace(root.getFileSystem().getSeparator(), "/");
        return Normalizer.normalize(actual, Normalizer.Form.NFC)
                .equals(Normalizer.normalize(name, Normalizer.Form.NFC));
    }

    /** Whether a link leads neither out of the root nor to a hidden file in it. */
    private static boolean isVisible(Path root, Path real) {
        if (!real.startsWith(root)) {
            return false;
        }
        for (Path segment : root.relativize(real)) {
            if (segment.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    /** The system has many names for a file that cannot be found: absent, not a directory, a name that is too long, no permission. */
    private static RuntimeException problem(IOException e) {
        return e instanceof FileSystemException ? HttpProblem.notFound(ABSENT) : new UncheckedIOException(e);
    }

    static Response of(@Nullable URL resource) {
        if (resource == null) {
            throw HttpProblem.notFound(ABSENT);
        }
        try {
            if (resource.getProtocol().equals("file")) {
                return of(Path.of(resource.toURI()));
            }
            URLConnection connection = resource.openConnection();
            return connection instanceof JarURLConnection jar ? ofJar(resource, jar) : ofUrl(resource, connection);
        } catch (IOException e) {
            throw problem(e);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not the URL of a resource: " + resource, e);
        }
    }

    /** The tag is made of the content, so that it is the same on all machines that run this version. */
    private static Response ofJar(URL resource, JarURLConnection connection) throws IOException {
        JarEntry entry = connection.getJarEntry();
        if (entry == null || entry.isDirectory()) {
            throw HttpProblem.notFound(ABSENT);
        }
        return response(resource.getPath(), region(resource, entry.getSize()))
                .etag(EntityTag.of(Long.toHexString(entry.getCrc()) + "-" + Long.toHexString(entry.getSize())));
    }

    private static Response ofUrl(URL resource, URLConnection connection) throws IOException {
        connection.getInputStream().close(); // opened by any question
        long modified = connection.getLastModified();
        Response response = response(resource.getPath(), region(resource, connection.getContentLengthLong()));
        return modified > 0 ? response.lastModified(Instant.ofEpochMilli(modified)) : response;
    }

    private static ResponseBody region(URL resource, long size) {
        return ResponseBody.Region.of((out, from, length) -> copy(resource, from, length, out), size);
    }

    private static void copy(URL resource, long from, long length, OutputStream out) throws IOException {
        try (InputStream in = resource.openStream()) {
            in.skipNBytes(from);
            byte[] buffer = new byte[(int) Math.min(16 * 1024, Math.max(1, length))];
            for (long left = length; left > 0; ) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    throw new IOException("the resource is shorter than its size: " + resource);
                }
                out.write(buffer, 0, count);
                left -= count;
            }
        }
    }

    private static Response response(String name, ResponseBody body) {
        return Response.of(MediaType.ofFileName(name), body).header("Accept-Ranges", "bytes");
    }
}
