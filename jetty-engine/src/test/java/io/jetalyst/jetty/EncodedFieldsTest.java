package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.HeaderField;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.junit.jupiter.api.Test;

class EncodedFieldsTest {
    private static final HeaderField TYPE = new HeaderField("Content-Type", "text/plain");
    private static final HeaderField POLICY = new HeaderField("Cross-Origin-Resource-Policy", "same-origin");

    private final EncodedFields encoded = new EncodedFields();

    @Test
    void keepsFieldThatTwoResponsesShare() {
        add(List.of(TYPE, POLICY));
        assertTrue(areEncoded(add(List.of(TYPE, POLICY))));
    }

    @Test
    void keepsListThatTwoResponsesShare() {
        List<HeaderField> all = List.of(TYPE, POLICY);
        add(all);
        add(all);
        HttpFields third = add(all);
        assertTrue(areEncoded(third));
        assertEquals(
                List.of("Content-Type: text/plain", "Cross-Origin-Resource-Policy: same-origin"),
                third.stream().map(Object::toString).toList());
    }

    @Test
    void keepsSharedFieldAlthoughEachResponseHasAnotherOneBesideIt() {
        for (int i = 0; i < 1_000; i++) {
            add(List.of(TYPE, new HeaderField("Content-Security-Policy", "script-src 'nonce-" + i + "'")));
        }
        add(List.of(POLICY));
        assertTrue(areEncoded(add(List.of(POLICY))));
    }

    @Test
    void sendsListsOfSameFirstFieldEachWithItsOwnFields() {
        List<HeaderField> shared = List.of(TYPE, POLICY);
        Stream.of(shared, shared, shared).forEach(this::add);
        HttpFields other = add(List.of(TYPE, new HeaderField("Location", "/rooms/7")));
        assertEquals("/rooms/7", other.get("Location"));
        assertFalse(other.contains("Cross-Origin-Resource-Policy"));
        assertEquals(2, other.size());
    }

    @Test
    void sendsFieldsThatNoOtherResponseHas() {
        for (int i = 0; i < 3; i++) {
            HttpFields fields = add(List.of(new HeaderField("Set-Cookie", "id=" + i)));
            assertEquals("id=" + i, fields.get("Set-Cookie"));
            assertFalse(areEncoded(fields));
        }
    }

    private HttpFields add(List<HeaderField> all) {
        HttpFields.Mutable fields = HttpFields.build();
        encoded.add(all, fields);
        return fields;
    }

    private static boolean areEncoded(HttpFields fields) {
        return fields.stream().allMatch(PreEncodedHttpField.class::isInstance);
    }
}
