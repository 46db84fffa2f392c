package io.jetalyst.internal.headers;

import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of all responses that have one policy, made before the first response. A field that a response has itself stays. Safe for all threads. */
final class HeaderSet {
    private static final String POLICY = "Content-Security-Policy";
    private static final String CACHE = "Cache-Control";
    /** A browser may keep a response that has a version, but asks each time whether it still is the current one. */
    private static final String VERSIONED = "private, no-cache";

    private static final String XML_SUFFIX = "+xml";

    private static final String UNVERSIONED = "no-store";

    /** The content types that an application may use before the fields of further ones are put together for each response. */
    private static final int MAX_KNOWN = 256;

    private final @Nullable ContentPolicy policy;
    private final List<HeaderField> every;
    private final List<HeaderField> everyVersioned;
    private final List<HeaderField> page;
    private final List<HeaderField> pageVersioned;

    /** All fields of responses that have only this content type, as most do: one list for all of them. */
    private final Map<HeaderField, List<HeaderField>> known = new ConcurrentHashMap<>();

    /** @param secure whether the responses are sent over TLS */
    HeaderSet(HeaderOptions options, @Nullable ContentPolicy policy, boolean secure) {
        this.policy = policy;
        List<HeaderField> shared = join(options.every(), secure ? options.secure() : List.of());
        List<HeaderField> ofPage =
                policy == null ? options.page() : join(List.of(new HeaderField(POLICY, policy.text())), options.page());
        this.every = join(cached(UNVERSIONED), shared);
        this.everyVersioned = join(cached(VERSIONED), shared);
        this.page = join(every, ofPage);
        this.pageVersioned = join(everyVersioned, ofPage);
    }

    private static List<HeaderField> cached(String control) {
        return List.of(new HeaderField(CACHE, control));
    }

    private static List<HeaderField> join(List<HeaderField> first, List<HeaderField> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    Response complete(Response response) {
        List<HeaderField> fields = response.headers();
        if (fields.size() != 1) {
            return withDefaults(response);
        }
        HeaderField only = fields.get(0);
        List<HeaderField> complete = known.get(only);
        if (complete != null) {
            return response.headers(complete);
        }
        Response completed = withDefaults(response);
        if (known.size() < MAX_KNOWN && only.name().equalsIgnoreCase("Content-Type")) {
            known.put(only, List.copyOf(completed.headers()));
        }
        return completed;
    }

    /** As {@link #complete}, for a response whose page has this nonce. */
    Response complete(Response response, String nonce) {
        if (!isPage(response.headers())) {
            return complete(response);
        }
        Response unstored = unstored(response);
        return complete(policy == null ? unstored : unstored.defaultHeaders(policyWith(policy, nonce)));
    }

    /**
     * A page that no cache keeps, that of the browser included: somebody who has learned the nonce of a page could use it for as long as the
     * page is shown again. It has no version, as the page of the next response has another nonce. A response that is no page stays as it is.
     */
    static Response unstored(Response response) {
        List<HeaderField> fields = response.headers();
        if (!isPage(fields)) {
            return response;
        }
        Response unversioned = has(fields, "ETag") || has(fields, "Last-Modified") || has(fields, "Accept-Ranges")
                ? response.headers(
                        fields.stream().filter(field -> !isOfVersion(field)).toList())
                : response;
        boolean stored = response.header(CACHE)
                .filter(control -> control.contains(UNVERSIONED))
                .isEmpty();
        return stored ? unversioned.header(CACHE, UNVERSIONED) : unversioned;
    }

    private static boolean isOfVersion(HeaderField field) {
        return field.name().equalsIgnoreCase("ETag")
                || field.name().equalsIgnoreCase("Last-Modified")
                || field.name().equalsIgnoreCase("Accept-Ranges");
    }

    private static List<HeaderField> policyWith(ContentPolicy policy, String nonce) {
        return List.of(new HeaderField(POLICY, policy.text(nonce)));
    }

    private Response withDefaults(Response response) {
        List<HeaderField> fields = response.headers();
        boolean isPage = isPage(fields);
        boolean isVersioned = has(fields, "ETag") || has(fields, "Last-Modified");
        return response.defaultHeaders(
                isPage ? isVersioned ? pageVersioned : page : isVersioned ? everyVersioned : every);
    }

    private static boolean has(List<HeaderField> fields, String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a browser shows the response as a document that can run scripts. */
    private static boolean isPage(List<HeaderField> fields) {
        for (int i = 0; i < fields.size(); i++) {
            HeaderField field = fields.get(i);
            if (field.name().equalsIgnoreCase("Content-Type") && isDocument(field.value())) {
                return true;
            }
        }
        return false;
    }

    /** Browsers take the last of several media types that they know (Fetch, extract a MIME type), so each of them counts. */
    private static boolean isDocument(String contentType) {
        int start = 0;
        for (int comma = contentType.indexOf(','); comma >= 0; comma = contentType.indexOf(',', start)) {
            if (isDocumentType(contentType.substring(start, comma))) {
                return true;
            }
            start = comma + 1;
        }
        return isDocumentType(contentType.substring(start));
    }

    /** HTML, or XML (RFC 7303): browsers run the scripts in SVG, and in any XML with elements of SVG or XHTML. Chrome takes {@code text/xsl} for XML, too. */
    private static boolean isDocumentType(String mediaType) {
        int semicolon = mediaType.indexOf(';');
        String type = (semicolon < 0 ? mediaType : mediaType.substring(0, semicolon)).strip();
        return begins(type, "text/html")
                || type.equalsIgnoreCase("text/xml")
                || type.equalsIgnoreCase("text/xsl")
                || type.equalsIgnoreCase("application/xml")
                || type.regionMatches(true, type.length() - XML_SUFFIX.length(), XML_SUFFIX, 0, XML_SUFFIX.length());
    }

    private static boolean begins(String contentType, String mediaType) {
        return contentType.regionMatches(true, 0, mediaType, 0, mediaType.length());
    }
}
