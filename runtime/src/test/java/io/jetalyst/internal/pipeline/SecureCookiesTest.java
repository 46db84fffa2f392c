package io.jetalyst.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecureCookiesTest {
    private static final Response RESPONSE = Response.text("x")
            .addHeader("Set-Cookie", "a=1; Path=/")
            .addHeader("X-A", "1")
            .addHeader("set-cookie", "secure=secure; Path=/Secure")
            .addHeader("Set-Cookie", "b=2; Secure; Path=/")
            .addHeader("Set-Cookie", "c=3;SECURE");

    @Test
    void addsSecureToCookiesOverHttps() {
        Response changed = SecureCookies.of(request("https"), RESPONSE);

        assertEquals(
                List.of(
                        "text/plain;charset=utf-8",
                        "a=1; Path=/; Secure",
                        "1",
                        "secure=secure; Path=/Secure; Secure",
                        "b=2; Secure; Path=/",
                        "c=3;SECURE"),
                changed.headers().stream().map(field -> field.value()).toList());
        assertSame(RESPONSE.body(), changed.body());
    }

    @Test
    void keepsCookiesOverHttp() {
        assertSame(RESPONSE, SecureCookies.of(request("http"), RESPONSE));
    }

    private static Request request(String scheme) {
        return Request.builder("GET", "/").scheme(scheme).build();
    }
}
