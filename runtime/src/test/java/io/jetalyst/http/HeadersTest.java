package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeadersTest {
    private final Headers headers =
            Headers.of(Map.of("Accept", List.of("text/html", "text/plain"), "Host", List.of("shop.example")));

    @Test
    void findsFieldsWithoutCase() {
        assertEquals(Optional.of("shop.example"), headers.first("HOST"));
        assertEquals(Optional.of("text/html"), headers.first("accept"));
        assertEquals(List.of("text/html", "text/plain"), headers.all("ACCEPT"));
    }

    @Test
    void findsNothingForOtherNames() {
        assertEquals(Optional.empty(), headers.first("Hos"));
        assertEquals(List.of(), headers.all("text/html"));
    }

    @Test
    void listsEachNameOnce() {
        assertEquals(Set.of("Accept", "Host"), headers.names());
        assertTrue(headers.names().contains("accept"));
    }

    @Test
    void copyDoesNotChangeWithItsSource() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("Accept", new ArrayList<>(List.of("text/html")));
        Headers copy = Headers.copyOf(Headers.of(fields));

        fields.get("Accept").add("text/plain");
        fields.put("Host", List.of("shop.example"));

        assertEquals(List.of("text/html"), copy.all("Accept"));
        assertEquals(Set.of("Accept"), copy.names());
        assertThrows(
                UnsupportedOperationException.class, () -> copy.all("Accept").add("text/plain"));
        assertThrows(UnsupportedOperationException.class, () -> copy.names().add("Host"));
    }
}
