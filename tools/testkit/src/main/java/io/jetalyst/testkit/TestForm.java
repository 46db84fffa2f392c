package io.jetalyst.testkit;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An HTML form as a browser sends it: as {@code application/x-www-form-urlencoded}, or as {@code multipart/form-data} (RFC 7578) as soon as it
 * has a file.
 *
 * <pre>{@code
 * http.form("/sign-up").field("name", "Ada").field("age", 36).post().expect(303);
 * http.form("/cats/7").field("name", "Tom").part("image", "tom.png", "image/png", bytes).put().expect(200);
 * }</pre>
 *
 * <p>Each method adds to this form and returns it. A name may be added several times. For one thread.
 */
public final class TestForm {
    private final TestHttp http;
    private final String path;
    private final List<Entry> entries = new ArrayList<>();
    private boolean multipart;

    TestForm(TestHttp http, String path) {
        this.http = http;
        this.path = path;
    }

    private record Entry(String name, @Nullable String fileName, String type, byte[] content) {
        String encoded() {
            return URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(new String(content, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }

        String head() {
            String disposition = "Content-Disposition: form-data; name=\"" + escaped(name) + '"';
            return fileName == null
                    ? disposition + "\r\n\r\n"
                    : disposition + "; filename=\"" + escaped(fileName) + "\"\r\nContent-Type: " + type + "\r\n\r\n";
        }

        /** Escapes a name as browsers do. */
        private static String escaped(String name) {
            return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
        }
    }

    /** Adds a field with the text of the value, such as a {@code String} or a number. */
    public TestForm field(String name, Object value) {
        entries.add(new Entry(name, null, "", value.toString().getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /**
     * Adds a file, which makes this form {@code multipart/form-data}.
     *
     * @param fileName the client's name of the file, sent as it is, except for quotes and line breaks
     * @param type the media type, such as {@code image/png}
     */
    public TestForm part(String name, String fileName, String type, byte[] content) {
        entries.add(new Entry(name, fileName, type, content.clone()));
        return multipart();
    }

    /** Sends this form as {@code multipart/form-data} even if it has no file. */
    public TestForm multipart() {
        multipart = true;
        return this;
    }

    /**
     * Sends the form in a POST request and waits for the response.
     *
     * @param headers names and values, alternating
     */
    public TestResponse post(String... headers) {
        return send("POST", headers);
    }

    /** Sends the form in a PUT request, as {@link #post} does. */
    public TestResponse put(String... headers) {
        return send("PUT", headers);
    }

    /** Sends the form in a PATCH request, as {@link #post} does. */
    public TestResponse patch(String... headers) {
        return send("PATCH", headers);
    }

    private TestResponse send(String method, String... headers) {
        String boundary = "jetalyst-" + UUID.randomUUID();
        HttpRequest.Builder request = http.request(path)
                .method(method, BodyPublishers.ofByteArray(multipart ? parts(boundary) : fields()))
                .setHeader(
                        "Content-Type",
                        multipart ? "multipart/form-data; boundary=" + boundary : "application/x-www-form-urlencoded");
        return http.send(TestHttp.with(request, headers));
    }

    private byte[] fields() {
        return entries.stream()
                .map(Entry::encoded)
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] parts(String boundary) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            out.writeBytes(("--" + boundary + "\r\n" + entry.head()).getBytes(StandardCharsets.UTF_8));
            out.writeBytes(entry.content());
            out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
