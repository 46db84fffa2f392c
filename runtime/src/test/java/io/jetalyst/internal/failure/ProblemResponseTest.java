package io.jetalyst.internal.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Headers;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemResponseTest {
    @ParameterizedTest
    @CsvSource({
        "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', true",
        "text/html, true",
        "TEXT/HTML;Charset=UTF-8, true",
        "text/html;level=1, false",
        "'text/html, application/json', true",
        "'application/json;q=0.5, text/html;q=0.9', true",
        "text/*, true",
        "'text/html;q=0', false",
        "'text/html;q=0, */*', false",
        "'application/json, text/html;q=0', false",
        "'application/json, text/html;q=0.9', false",
        "'text/html;q=nonsense', false",
        "*/*, false",
        "application/problem+json, false",
        "image/png, false",
        "text/htmlx, false",
        "'', false",
    })
    void sendsAPageIfTheClientPrefersIt(String accept, boolean page) {
        Request request = Request.builder("GET", "/")
                .headers(Headers.of(Map.of("Accept", List.of(accept))))
                .build();

        Response response = ProblemResponse.of(HttpProblem.notFound("No."), request, "", null);

        assertEquals(
                page ? "text/html;charset=utf-8" : "application/problem+json",
                response.header("Content-Type").orElseThrow());
    }

    @Test
    void allowsTheStyleOfItsPageAndNothingElse() throws Exception {
        Request request = Request.builder("GET", "/")
                .headers(Headers.of(Map.of("Accept", List.of("text/html"))))
                .build();
        HttpProblem problem = HttpProblem.notFound("<No>.").with("exception", "<trace>");

        Response response = ProblemResponse.of(problem, request, "urn:uuid:1", null);

        String page = new String(((ResponseBody.Bytes) response.body()).bytes(), StandardCharsets.UTF_8);
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        String policy = response.header("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'"), policy);
        assertTrue(policy.startsWith("default-src 'none';"), policy);
        assertTrue(page.contains("<p>&lt;No&gt;.</p>") && page.contains("<pre>&lt;trace&gt;</pre>"), page);
    }

    @Test
    void addsToTheVaryOfTheProblem() {
        assertEquals(List.of("Origin", "Accept"), vary("Origin"));
        assertEquals(List.of("Origin, accept"), vary("Origin, accept"));
        assertEquals(List.of("*"), vary("*"));
    }

    private static List<String> vary(String set) {
        Request request = Request.builder("GET", "/").build();
        return ProblemResponse.of(HttpProblem.notFound("No.").header("Vary", set), request, "", null).headers().stream()
                .filter(field -> field.name().equals("Vary"))
                .map(HeaderField::value)
                .toList();
    }
}
