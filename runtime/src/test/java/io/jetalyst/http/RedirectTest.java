package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/a/b?c=d&e=%20f#g",
                "/a:b",
                "/a%2Fb",
                "/a/%5Cb",
                "/a//b",
                "/?next=https://other.example",
                "/...",
                "/a..",
                "/..a/.b",
                "/.well-known/x",
                "/a?b=/../c",
                "/a#/../b",
                "/%2e%2e%2e"
            })
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
                "/%09/evil.example",
                "/%2Fevil.example",
                "/%2fevil.example",
                "/%5Cevil.example",
                "/%0D%0Aevil.example",
                "/%7Fevil.example",
            })
    void rejectsPathsThatCouldLeadToAnotherHost(String path) {
        assertThrows(IllegalArgumentException.class, () -> Response.seeOther(path));
    }

    /** Several applications may share a host, each below a base path of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..",
                "/.",
                "/../other-app/phish",
                "/./..",
                "/a/../../other-app",
                "/a/..",
                "/a/.",
                "/a/..?b",
                "/a/..#b",
                "/..//evil.example",
                "/.//evil.example",
                "/%2e%2e/other-app",
                "/%2E%2e/other-app",
                "/.%2e/other-app",
                "/%2e./other-app",
                "/%2e/a",
                "/a%2f..%2fother-app",
                "/a%2F%2E%2E/other-app",
                "/a%5c..%5cother-app",
                "/..%5Cother-app",
                "/..\\other-app",
                "/a\\..\\..\\other-app",
                "/..;a=b/other-app",
                "/..%3Ba/other-app",
            })
    void rejectsPathsThatCouldLeaveTheBasePath(String path) {
        assertThrows(IllegalArgumentException.class, () -> Response.seeOther(path));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 300, 304, 305, 306, 400})
    void rejectsStatusThatIsNoRedirect(int code) {
        Status status = new Status(code, "x");

        assertThrows(IllegalArgumentException.class, () -> Redirect.to(status, "/"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void sendsStatusOfRedirect(int code) {
        assertEquals(code, Redirect.to(new Status(code, "x"), "/").status().code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://accounts.example/login?next=%2F",
                "https://ACCOUNTS.example",
                "http://accounts.example/",
                "http://localhost:8080/a"
            })
    void leadsToHostsThatAreAllowed(String target) {
        Response response = Redirect.to(Status.FOUND, URI.create(target), Set.of("accounts.example", "localhost:8080"));

        assertEquals(target, response.header("Location").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "https://accounts.example.evil.example/",
                "https://accounts.example@evil.example/",
                "https://user@accounts.example/",
                "https://accounts.example:8443/",
                "http://localhost/",
                "javascript:alert(1)",
                "ftp://accounts.example/",
                "https:accounts.example",
                "https:///accounts.example",
                "//accounts.example/",
                "/accounts.example",
                "https://accounts.example/ä",
                "https://accounts_example/",
            })
    void rejectsOtherHosts(String target) {
        Set<String> hosts = Set.of("accounts.example", "localhost:8080");

        assertThrows(IllegalArgumentException.class, () -> Redirect.to(Status.FOUND, URI.create(target), hosts));
    }
}
