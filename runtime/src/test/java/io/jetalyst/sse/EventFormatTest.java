package io.jetalyst.sse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventFormatTest {
    private static String encoded(Event<String> event) {
        return new String(EventFormat.encode(event, event.data().getBytes(UTF_8)), UTF_8);
    }

    @Test
    void writesFieldsBeforeData() {
        Event<String> event =
                Event.of("Zoë").retry(Duration.ofSeconds(3)).name("edit").id("7");
        assertEquals("id: 7\nevent: edit\nretry: 3000\ndata: Zoë\n\n", encoded(event));
    }

    @Test
    void writesDataField() {
        assertEquals("data: \n\n", encoded(Event.of("")));
        assertEquals("id: \ndata: a\n\n", encoded(Event.of("a").id("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void beginsNoEventAndNoFieldAtALineBreakInData(String lineBreak) {
        String forged = String.join(lineBreak, "a", "", "event: admin", "data: b", "");
        assertEquals("data: a\ndata: \ndata: event: admin\ndata: data: b\ndata: \n\n", encoded(Event.of(forged)));
    }

    @Test
    void endsOneLineAtEachBreak() {
        assertEquals("data: a\ndata: \ndata: b\n\n", encoded(Event.of("a\n\rb")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "\r\n"})
    void rejectsLineBreaksInIdAndName(String text) {
        assertThrows(IllegalArgumentException.class, () -> Event.of("").id(text));
        assertThrows(IllegalArgumentException.class, () -> Event.of("").name(text));
    }

    @Test
    void rejectsWhatBrowsersIgnore() {
        assertThrows(IllegalArgumentException.class, () -> Event.of("").id("a\0"));
        assertThrows(IllegalArgumentException.class, () -> Event.of("").name(""));
        assertThrows(IllegalArgumentException.class, () -> Event.of("").retry(Duration.ofMillis(-1)));
    }
}
