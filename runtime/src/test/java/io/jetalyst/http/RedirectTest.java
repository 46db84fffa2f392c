package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/a/b?c=d&e=%20f#g", "/a:b", "/%09/evil.example", "/a//b", "/?next=https://other.example"})
    void leadsToPathsOfThisHost(String path) {
        assertEquals(path, Response.seeOther(path).header("Location").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "/\t\\evil.example",
                "/\n/evil.example",
                "/\r\n/evil.example",
                "/ /evil.example",
                "/a b",
                "/a\\b",
                "/a\tb",
                "\t//evil.example",
                " /a",
                "/a\u0000",
                "/a\u007f",
                "/ä",
                "/a\u2028b",
                "/%zz",
                "/a|b",
                "https://evil.example/",
                "javascript:alert(1)",
            })
    void rejectsPathsThatCouldLeadToAnotherHost(String path) {
        assertThrows(IllegalArgumentException.class, () -> Response.seeOther(path));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 300, 304, 305, 306, 400})
    void rejectsStatusThatIsNoRedirect(int code) {
        Status status = new Status(code, "x");

        assertThrows(IllegalArgumentException.class, () -> Response.redirect(status, "/"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void sendsStatusOfRedirect(int code) {
        assertEquals(
                code, Response.redirect(new Status(code, "x"), "/").status().code());
    }
}
