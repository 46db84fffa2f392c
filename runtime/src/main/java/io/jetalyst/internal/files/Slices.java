package io.jetalyst.internal.files;

import io.jetalyst.http.ResponseBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/** The part of a content that serves one range. */
final class Slices {
    private static final int BUFFER_BYTES = 16 * 1024;

    private Slices() {}

    /** The writer of any part of this body; empty if the body can only be read from its start. */
    static Optional<ResponseBody.RangeWriter> source(ResponseBody body) {
        if (body instanceof ResponseBody.FileRegion file) {
            return Optional.of((out, from, length) -> copy(file.path(), file.from() + from, length, out));
        }
        if (body instanceof ResponseBody.Bytes memory) {
            return Optional.of((out, from, length) -> out.write(memory.bytes(), (int) from, (int) length));
        }
        if (body instanceof ResponseBody.Output output && output.writer() instanceof ResponseBody.Region region) {
            return Optional.of((out, from, length) -> region.source().writeTo(out, region.from() + from, length));
        }
        return Optional.empty();
    }

    /** The body of one range, of the same kind where that can be. */
    static ResponseBody of(ResponseBody body, ResponseBody.RangeWriter source, ByteRange range) {
        if (body instanceof ResponseBody.FileRegion file) {
            return new ResponseBody.FileRegion(file.path(), file.from() + range.first(), range.length());
        }
        if (body instanceof ResponseBody.Bytes memory) {
            int first = (int) range.first();
            return new ResponseBody.Bytes(Arrays.copyOfRange(memory.bytes(), first, first + (int) range.length()));
        }
        return new ResponseBody.Output(new ResponseBody.Region(source, range.first(), range.length()), range.length());
    }

    private static void copy(Path file, long from, long length, OutputStream out) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            InputStream in = Channels.newInputStream(channel.position(from));
            byte[] buffer = new byte[(int) Math.min(BUFFER_BYTES, Math.max(1, length))];
            for (long left = length; left > 0; ) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    throw new IOException("the file is shorter than its region: " + file);
                }
                out.write(buffer, 0, count);
                left -= count;
            }
        }
    }
}
