package io.jetalyst.internal.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalResponseTest {
    private static List<String> cacheControl(Response response) {
        return PersonalResponse.confine(response, true).headers().stream()
                .filter(field -> field.name().equals("Cache-Control"))
                .map(HeaderField::value)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-age=60", "private=\"Set-Cookie\", max-age=60", "private=\"Set-Cookie, ETag\""})
    void keepsResponseOutOfSharedCaches(String control) {
        assertEquals(
                List.of("private, " + control), cacheControl(Response.text("ok").header("Cache-Control", control)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"public, max-age=60", "Private", "max-age=60 , private", "NO-STORE"})
    void keepsTheDecisionOfTheApplication(String control) {
        assertEquals(List.of(control), cacheControl(Response.text("ok").header("Cache-Control", control)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "private"})
    void readsEveryField(String second) {
        assertEquals(
                List.of("max-age=60", second),
                cacheControl(Response.text("ok")
                        .header("Cache-Control", "max-age=60")
                        .addHeader("Cache-Control", second)));
    }

    @Test
    void joinsTheFieldsOfPersonalResponse() {
        assertEquals(
                List.of("private, max-age=60, must-revalidate"),
                cacheControl(Response.text("ok")
                        .header("Cache-Control", "max-age=60")
                        .addHeader("Cache-Control", "must-revalidate")));
    }
}
