package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentDispositionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "report.pdf | attachment; filename=\"report.pdf\"",
                "my report.pdf | attachment; filename=\"my report.pdf\"",
                "../../etc/passwd | attachment; filename=\"passwd\"",
                "C:\\temp\\a.txt | attachment; filename=\"a.txt\"",
                "a\\/b | attachment; filename=\"b\"",
                "a\"; x=\"b | attachment; filename=\"a_; x=_b\"",
                "Zürich.pdf | attachment; filename=\"Z_rich.pdf\"; filename*=UTF-8''Z%C3%BCrich.pdf",
                "a%41.txt | attachment; filename=\"a_41.txt\"; filename*=UTF-8''a%2541.txt",
                "€ 'x' (1).txt | attachment; filename=\"_ 'x' (1).txt\"; filename*=UTF-8''%E2%82%AC%20%27x%27%20%281%29.txt",
                "😀.txt | attachment; filename=\"_.txt\"; filename*=UTF-8''%F0%9F%98%80.txt",
                ".. | attachment; filename=\"download\"",
                "a/ | attachment; filename=\"download\"",
                "`` | attachment; filename=\"download\"",
            })
    void sendsNameThatIsSafe(String name, String value) {
        assertEquals(value, attachment(name));
    }

    @ParameterizedTest
    @CsvSource({"'a\r\nSet-Cookie: b=c'", "'a\u0000b'", "'exe\u202Etxt.gpj'", "'a\u2028b'", "'a\uD800b'", "'a\u007Fb'"})
    void replacesCharactersThatAreInvisible(String name) {
        assertTrue(
                attachment(name).matches("attachment; filename=\"[\\x20-\\x7e]*_[\\x20-\\x7e]*\""), attachment(name));
    }

    @Test
    void cutsLongNameBeforeItsExtension() {
        String value = attachment("a".repeat(5_000) + ".pdf");

        assertTrue(value.endsWith("aaa.pdf\""), value);
        assertEquals("attachment; filename=\"\"".length() + 200, value.length());
    }

    @Test
    void showsInline() {
        assertEquals(
                "inline; filename=\"a.png\"",
                Response.text("").inline("a.png").header("Content-Disposition").orElseThrow());
    }

    private static String attachment(String name) {
        return Response.text("").attachment(name).header("Content-Disposition").orElseThrow();
    }
}
