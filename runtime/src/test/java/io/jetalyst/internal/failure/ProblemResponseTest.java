package io.jetalyst.internal.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Headers;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.http.Status;
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
        "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', text/html",
        "text/html, text/html",
        "TEXT/HTML;Charset=UTF-8, text/html",
        "text/html;level=1, application/problem+json",
        "'text/html, application/json', text/html",
        "'application/json;q=0.5, text/html;q=0.9', text/html",
        "text/*, text/html",
        "'text/html;q=0', application/problem+json",
        "'text/html;q=0, */*', application/problem+json",
        "'application/json, text/html;q=0', application/problem+json",
        "'application/json, text/html;q=0.9', application/problem+json",
        "'text/html;q=nonsense', application/problem+json",
        "*/*, application/problem+json",
        "application/problem+json, application/problem+json",
        "image/png, application/problem+json",
        "text/htmlx, application/problem+json",
        "'', application/problem+json",
        "text/plain, text/plain",
        "'text/plain, */*', text/plain",
        "'text/plain, text/html;q=0.9', text/plain",
        "'text/plain;q=0.9, text/html', text/html",
        "'application/json, text/plain, */*', application/problem+json",
        "'text/plain;q=0.1, */*', application/problem+json",
        "'text/plain;q=0, */*', application/problem+json",
    })
    void sendsTheFormThatTheClientPrefers(String accept, String type) {
        Request request = Request.builder("GET", "/")
                .headers(Headers.of(Map.of("Accept", List.of(accept))))
                .build();

        Response response = ProblemResponse.of(HttpProblem.notFound("No."), request, "", null, Language.ENGLISH);

        assertEquals(type, response.header("Content-Type").orElseThrow().replace(";charset=utf-8", ""));
    }

    @Test
    void saysEachMistakeAsText() {
        Request request = Request.builder("GET", "/")
                .headers(Headers.of(Map.of("Accept", List.of("text/plain"))))
                .build();
        HttpProblem problem = HttpProblem.of(
                Status.BAD_REQUEST,
                List.of(
                        new InputError("query", "page", InputError.REQUIRED, "is missing"),
                        new InputError("query", "size", InputError.REQUIRED, "is missing")));

        Response response = ProblemResponse.of(problem, request, "urn:uuid:1", null, Language.ENGLISH);

        assertEquals("""
                400 Bad Request
                The request has 2 values that are not valid.
                - The query parameter "page" is missing.
                - The query parameter "size" is missing.
                Reference: urn:uuid:1
                """, new String(((ResponseBody.Bytes) response.body()).bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void allowsTheStyleOfItsPageAndNothingElse() throws Exception {
        Request request = Request.builder("GET", "/")
                .headers(Headers.of(Map.of("Accept", List.of("text/html"))))
                .build();
        HttpProblem problem = HttpProblem.notFound("<No>.").with("exception", "<trace>");

        Response response = ProblemResponse.of(problem, request, "urn:uuid:1", null, Language.ENGLISH);

        String page = new String(((ResponseBody.Bytes) response.body()).bytes(), StandardCharsets.UTF_8);
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        String policy = response.header("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'"), policy);
        assertTrue(policy.startsWith("default-src 'none';"), policy);
        assertTrue(page.contains("<p>&lt;No&gt;.</p>") && page.contains("<pre>&lt;trace&gt;</pre>"), page);
    }

    @Test
    void leadsFromItsPageToTheStartPage() {
        assertTrue(page("/no/such").contains("<a href=\"/\">Go to the start page</a>"), page("/no/such"));
        assertFalse(page("/").contains("<a "), page("/"));
    }

    private static String page(String path) {
        Request request = Request.builder("GET", path)
                .headers(Headers.of(Map.of("Accept", List.of("text/html"))))
                .build();
        Response response = ProblemResponse.of(HttpProblem.notFound("No."), request, "", null, Language.ENGLISH);
        return new String(((ResponseBody.Bytes) response.body()).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void addsToTheVaryOfTheProblem() {
        assertEquals(List.of("Origin, Accept"), vary("Origin"));
        assertEquals(List.of("Origin, accept"), vary("Origin, accept"));
        assertEquals(List.of("*"), vary("*"));
    }

    private static List<String> vary(String set) {
        Request request = Request.builder("GET", "/").build();
        return ProblemResponse.of(HttpProblem.notFound("No.").header("Vary", set), request, "", null, Language.ENGLISH)
                .headers()
                .stream()
                .filter(field -> field.name().equals("Vary"))
                .map(HeaderField::value)
                .toList();
    }
}
