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
import org.jspecify.annotations.Nullable;

/**
 * Keeps the bytes of header fields that many responses share, so that each is encoded once. A field is kept if two responses have the same
 * object, which no value of a request or a response alone is in; or if its name is one whose fields have few values in an application. Most
 * responses also share the list of all their fields. Safe for all threads.
 */
final class EncodedFields {
    private static final int MAX = 256;
    private static final int SLOTS = 64;
    /** No client has a say in the values of these fields. */
    private static final Set<String> NAMES = Set.of("content-type", "cache-control", "vary");

    private final Map<HeaderField, HttpField> encoded = new ConcurrentHashMap<>();
    /** The fields that were not kept, and lists of fields, by their hash codes. A thread may miss what another one has just stored. */
    private final @Nullable HeaderField[] seen = new HeaderField[SLOTS];

    private final @Nullable Shared[] lists = new Shared[SLOTS];

    /** @param encoded the fields as Jetty sends them; {@code null} if only one response has had them */
    private record Shared(List<HeaderField> fields, HttpField @Nullable [] encoded) {}

    void add(List<HeaderField> all, HttpFields.Mutable fields) {
        if (all.isEmpty()) {
            return;
        }
        int slot = slot(all.get(0));
        Shared shared = lists[slot];
        if (shared != null && shared.fields == all && shared.encoded != null) {
            for (HttpField field : shared.encoded) {
                fields.add(field);
            }
            return;
        }
        boolean whole = true;
        for (int i = 0; i < all.size(); i++) { // without an iterator
            whole &= add(all.get(i), fields);
        }
        if (shared == null || shared.encoded == null) {
            boolean again = shared != null && shared.fields == all;
            lists[slot] = new Shared(all, again && whole ? encoded(all) : null);
        }
    }

    private HttpField @Nullable [] encoded(List<HeaderField> all) {
        return all.stream().map(encoded::get).toArray(HttpField[]::new);
    }

    private static int slot(HeaderField field) {
        int hash = field.hashCode();
        return (hash ^ (hash >>> 16)) & (SLOTS - 1);
    }

    /** @return whether the field is kept */
    private boolean add(HeaderField field, HttpFields.Mutable fields) {
        HttpField known = encoded.get(field);
        if (known == null && encoded.size() < MAX && isShared(field)) {
            known = encoded.computeIfAbsent(field, EncodedFields::encode);
        }
        if (known == null) {
            fields.add(field.name(), field.value());
            return false;
        }
        fields.add(known);
        return true;
    }

    private boolean isShared(HeaderField field) {
        int slot = slot(field);
        if (seen[slot] == field) {
            return true;
        }
        seen[slot] = field;
        return NAMES.contains(field.name().toLowerCase(Locale.ROOT));
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
