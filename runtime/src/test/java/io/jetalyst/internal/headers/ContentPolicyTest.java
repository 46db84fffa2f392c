package io.jetalyst.internal.headers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentPolicyTest {
    @Test
    void replacesDirectivesOfTheSameNames() {
        ContentPolicy changed = ContentPolicy.DEFAULT.with(ContentPolicy.parse(
                "IMG-SRC  'self'\thttps://tiles.example;;frame-ancestors *; upgrade-insecure-requests"));
        assertEquals(
                "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors *; form-action 'self';"
                        + " img-src 'self' https://tiles.example; upgrade-insecure-requests",
                changed.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "img-scr 'self' | There is no directive img-scr (CSP 3 §6).",
                "a\u0007b | There is no directive a?b (CSP 3 §6).",
                "img-src 'self', 'none' | The directive img-src has a comma, or a character that is not ASCII.",
                "img-src é.example | The directive img-src has a comma, or a character that is not ASCII.",
                "img-src a; img-src b | The directive img-src is there twice.",
                "; | The policy has no directive.",
            })
    void namesTheMistake(String text, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> ContentPolicy.parse(text))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default-src 'self' | default-src 'self'; script-src 'self' 'nonce-N'; style-src 'self' 'nonce-N'",
                "default-src 'none'; script-src a.example | default-src 'none'; script-src a.example 'nonce-N'; style-src 'nonce-N'",
                "script-src 'unsafe-inline'; style-src 'none' | script-src 'unsafe-inline'; style-src 'nonce-N'",
                "script-src a; script-src-elem b | script-src a; script-src-elem b 'nonce-N'",
                "img-src 'self' | img-src 'self'",
            })
    void addsNonceToWhatDecidesOnElements(String text, String expected) {
        assertEquals(expected, ContentPolicy.parse(text).text("N"));
    }

    @Test
    void knowsWhetherItReports() {
        assertTrue(ContentPolicy.parse("report-uri /r").reports());
        assertTrue(ContentPolicy.parse("report-to r").reports());
    }
}
