package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {
    @ParameterizedTest
    @ValueSource(strings = {"a\r\nSet-Cookie: x=1", "a\n", "a\0", "\u010a", "\u010d", "\u007f", "ä"})
    void aValueThatCouldForgeAFieldIsRefused(String value) {
        assertThrows(IllegalArgumentException.class, () -> Response.text("x").header("X-Test", value));
        assertThrows(IllegalArgumentException.class, () -> Response.text("x").addHeader("X-Test", value));
        assertThrows(IllegalArgumentException.class, () -> Response.bytes(value, new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:", "a\n", "ä"})
    void aNameThatIsNoTokenIsRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> Response.text("x").header(name, "y"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "", "/a\r\nb"
            })
    void aRedirectLeadsToThisHostOnly(String target) {
        assertThrows(IllegalArgumentException.class, () -> Response.seeOther(target));
    }

    @Test
    void headerReplacesFieldsOfItsNameAndAddHeaderKeepsThem() {
        Response response = Response.of(Status.OK)
                .header("X-Test", "1")
                .header("x-test", "2")
                .addHeader("X-Test", "3");

        assertEquals(List.of(new HeaderField("x-test", "2"), new HeaderField("X-Test", "3")), response.headers());
        assertEquals(Optional.of("2"), response.header("X-TEST"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99, 100, 102, 199, 600, -1})
    void aStatusOutOfRangeIsRefused(int code) {
        assertThrows(IllegalArgumentException.class, () -> new Status(code, "x"));
    }
}
