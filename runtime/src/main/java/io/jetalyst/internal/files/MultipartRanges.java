package io.jetalyst.internal.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.jetalyst.http.ResponseBody;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The content of a response with several ranges, {@code multipart/byteranges} (RFC 9110 §14.6). */
final class MultipartRanges implements ResponseBody.Writer {
    private final ResponseBody.RangeWriter source;
    private final List<ByteRange> ranges;
    /** The delimiter and the header of each range. */
    private final List<byte[]> heads = new ArrayList<>();

    private final byte[] end;
    private final String boundary = UUID.randomUUID().toString();

    MultipartRanges(ResponseBody.RangeWriter source, List<ByteRange> ranges, long size, Optional<String> contentType) {
        this.source = source;
        this.ranges = ranges;
        String type = contentType.map(text -> "Content-Type: " + text + "\r\n").orElse("");
        for (ByteRange range : ranges) {
            String head = "--" + boundary + "\r\n" + type + "Content-Range: " + range.contentRange(size) + "\r\n\r\n";
            heads.add(((heads.isEmpty() ? "" : "\r\n") + head).getBytes(ISO_8859_1));
        }
        this.end = ("\r\n--" + boundary + "--\r\n").getBytes(ISO_8859_1);
    }

    String contentType() {
        return "multipart/byteranges; boundary=" + boundary;
    }

    ResponseBody body() {
        long length = end.length;
        for (int i = 0; i < heads.size(); i++) {
            length += heads.get(i).length + ranges.get(i).length();
        }
        return new ResponseBody.Output(this, length);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        for (int i = 0; i < heads.size(); i++) {
            ByteRange range = ranges.get(i);
            out.write(heads.get(i));
            source.writeTo(out, range.first(), range.length());
        }
        out.write(end);
    }
}
