package io.jetalyst.internal.assets;

import io.jetalyst.http.MediaType;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.internal.compression.CompressibleTypes;
import io.jetalyst.internal.compression.Gzip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The content of a static file, as it was read.
 *
 * @param hash identifies the content
 * @param size the number of bytes
 * @param decoded the hash of what this content is the gzip coding of, or {@link #TOO_LONG}; {@code null} if it is none
 * @param original the file that is read again for each response; {@code null} if the content is in memory or in a JAR file
 */
record AssetContent(
        ResponseBody body,
        String hash,
        long size,
        @Nullable String decoded,
        long modified,
        AssetRoot root,
        @Nullable Original original) {
    private static final String GZIP_END = ".gz";

    /** A larger file is read each time that it is sent. */
    private static final int MAX_KEPT_BYTES = 256 * 1024;

    /** No content is decoded further, because gzip may make it a thousand times longer. */
    private static final long MAX_DECODED_BYTES = 64L * 1024 * 1024;

    /** Stands for the hash of a content that is longer than that. */
    private static final String TOO_LONG = "";

    private static final int BUFFER_BYTES = 16 * 1024;

    /** The memory of all files that are kept. */
    static final class Memory {
        private static final long MAX_BYTES = 16 * 1024 * 1024;
        private long kept;

        private boolean keep(long size) {
            boolean fits = size <= MAX_KEPT_BYTES && kept + size <= MAX_BYTES;
            kept += fits ? size : 0;
            return fits;
        }
    }

    /** A file as it was when it was read. */
    record Original(Path file, long size, long modified) {
        /** Whether the file has been changed or replaced, so that it has another hash. A file that is gone is not changed. */
        boolean isChanged() {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return now.size() != size || now.lastModifiedTime().toMillis() != modified;
            } catch (IOException gone) {
                return false;
            }
        }

        /** Whether the file is there, and was changed no earlier than the other one was. */
        boolean isAsRecentAs(Original other) {
            try {
                FileTime time = Files.getLastModifiedTime(file);
                return time.compareTo(Files.getLastModifiedTime(other.file)) >= 0;
            } catch (IOException gone) {
                return false;
            }
        }
    }

    /** Reads a file once, for its hash, and keeps its bytes if they are few. */
    static AssetContent read(String name, AssetRoot.Source source, AssetRoot root, Memory memory) throws IOException {
        long modified = source.modified();
        MessageDigest digest = sha256();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long size;
        try (InputStream in = source.open()) {
            size = digest(in, digest, bytes, Long.MAX_VALUE);
        }
        boolean keep = memory.keep(size);
        ResponseBody body = keep ? new ResponseBody.Bytes(bytes.toByteArray()) : source.body();
        Original original =
                body instanceof ResponseBody.FileRegion file ? new Original(file.path(), size, modified) : null;
        String decoded = name.endsWith(GZIP_END) ? decoded(source) : null;
        return new AssetContent(body, hash(digest), size, decoded, modified, root, original);
    }

    /** Reads a stream to its end, or up to the limit, and returns how many bytes it had. */
    private static long digest(InputStream in, MessageDigest digest, ByteArrayOutputStream first, long limit)
            throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        for (int count = in.read(buffer); count >= 0 && size < limit; count = in.read(buffer)) {
            digest.update(buffer, 0, count);
            size += count;
            if (size <= MAX_KEPT_BYTES) {
                first.write(buffer, 0, count);
            }
        }
        return size;
    }

    private static @Nullable String decoded(AssetRoot.Source source) {
        MessageDigest digest = sha256();
        try (InputStream coded = source.open();
                InputStream in = new GZIPInputStream(coded)) {
            long size = digest(in, digest, new ByteArrayOutputStream(), MAX_DECODED_BYTES + 1);
            return size > MAX_DECODED_BYTES ? TOO_LONG : hash(digest);
        } catch (IOException malformed) {
            return null;
        }
    }

    /**
     * Whether this is a coding of the other content. The content of a gzip file is compared. The JDK cannot decode Brotli, and a very long content is not
     * decoded as a whole, so such a file must not be older than the other one.
     *
     * @param buildMillis the time in which a build writes or copies all files, in any order
     */
    boolean isCodingOf(AssetContent other, boolean gzip, long buildMillis) {
        boolean isCompared = gzip && !(TOO_LONG.equals(decoded) && other.size > MAX_DECODED_BYTES);
        return isCompared ? other.hash.equals(decoded) : modified >= other.modified - buildMillis;
    }

    /** The content in memory, compressed; empty if that saves less than a tenth. */
    Optional<AssetContent> compressed(String name) {
        boolean isSmall = body.length() < Gzip.MIN_BYTES || !CompressibleTypes.contains(MediaType.ofFileName(name));
        if (isSmall || !(body instanceof ResponseBody.Bytes memory)) {
            return Optional.empty();
        }
        byte[] compressed = Gzip.compress(memory.bytes());
        MessageDigest digest = sha256();
        digest.update(compressed);
        return compressed.length > 0.9 * memory.bytes().length
                ? Optional.empty()
                : Optional.of(new AssetContent(
                        new ResponseBody.Bytes(compressed),
                        hash(digest),
                        compressed.length,
                        hash,
                        modified,
                        root,
                        null));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String hash(MessageDigest digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest.digest(), 16));
    }
}
