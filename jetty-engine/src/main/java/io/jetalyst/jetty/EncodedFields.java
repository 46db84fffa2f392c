package io.jetalyst.jetty;

import io.jetalyst.http.HeaderField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** Keeps the bytes of header fields that most responses share, so that each is encoded once. */
final class EncodedFields {
    private static final int MAX = 256;
    /** The names of fields that have few values in an application, and no client has a say in them. */
    private static final Set<String> NAMES = Set.of(
            "content-type",
            "cache-control",
            "vary",
            "x-content-type-options",
            "content-security-policy",
            "referrer-policy",
            "cross-origin-opener-policy",
            "permissions-policy");

    private final Map<HeaderField, HttpField> encoded = new ConcurrentHashMap<>();

    void add(List<HeaderField> all, HttpFields.Mutable fields) {
        for (int i = 0; i < all.size(); i++) { // each response passes here: without an iterator
            add(all.get(i), fields);
        }
    }

    private void add(HeaderField field, HttpFields.Mutable fields) {
        HttpField known = encoded.get(field);
        if (known != null) {
            fields.add(known);
        } else if (encoded.size() < MAX && NAMES.contains(field.name().toLowerCase(Locale.ROOT))) {
            fields.add(encoded.computeIfAbsent(field, EncodedFields::encode));
        } else {
            fields.add(field.name(), field.value());
        }
    }

    private static HttpField encode(HeaderField field) {
        HttpHeader header = HttpHeader.CACHE.get(field.name());
        return header == null ? new Unregistered(field) : new PreEncodedHttpField(header, field.name(), field.value());
    }

    /** A field that Jetty does not know by name. It would change the name to lower case in each response over HTTP/2 (RFC 9113 §8.2). */
    private static final class Unregistered extends PreEncodedHttpField {
        private final String lowerCaseName;

        Unregistered(HeaderField field) {
            super(field.name(), field.value());
            this.lowerCaseName = field.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String getLowerCaseName() {
            return lowerCaseName;
        }
    }
}
