package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefererTest {
    private static Optional<String> page(String... referers) {
        return Redirect.referer(Request.builder("POST", "/votes")
                .authority("polls.example")
                .basePath("/app")
                .headers(Headers.of(Map.of("Referer", List.of(referers))))
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        "https://polls.example/app/polls/1?a=b%20c, /polls/1?a=b%20c",
        "http://POLLS.example/app/, /",
        "HTTPS://polls.example/app/polls#top, /polls",
    })
    void isThePathOfThePageBelowTheBasePath(String referer, String path) {
        assertEquals(Optional.of(path), page(referer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/app/polls",
                "https://evil.example/app/polls",
                "https://polls.example.evil.example/app/polls",
                "https://polls.example@evil.example/app/polls",
                "https://user@polls.example/app/polls",
                "https://evil.example\\@polls.example/app/polls",
                "https://polls.example:8443/app/polls",
                "https://polls.example",
                "https://polls.example/app",
                "https://polls.example/other-app/polls",
                "https://polls.example/application/polls",
                "https://polls.example/app//evil.example",
                "https://polls.example/app/\\evil.example",
                "https://polls.example/app/%2Fevil.example",
                "https://polls.example/app/../other-app",
                "https://polls.example/app/%2e%2e/other-app",
                "https://polls.example/app/%zz",
                "ftp://polls.example/app/polls",
                "javascript:alert(1)",
                "about:client",
            })
    void isEmptyForOtherPages(String referer) {
        assertEquals(Optional.empty(), page(referer));
    }

    @Test
    void isEmptyWithoutAFieldAndWithTwo() {
        assertEquals(Optional.empty(), page());
        assertEquals(Optional.empty(), page("https://polls.example/app/a", "https://polls.example/app/b"));
    }
}
