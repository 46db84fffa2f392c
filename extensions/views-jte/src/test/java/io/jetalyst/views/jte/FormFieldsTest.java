package io.jetalyst.views.jte;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import io.jetalyst.body.Submitted;
import io.jetalyst.http.InputError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormFieldsTest {
    private static final String EVIL = "\"><script>alert('1')</script>&amp;";
    private static final String ESCAPED_ATTRIBUTE = "&#34;>&lt;script>alert(&#39;1&#39;)&lt;/script>&amp;amp;";
    private static final String ESCAPED = "\"&gt;&lt;script&gt;alert('1')&lt;/script&gt;&amp;amp;";

    private static FormFields fields(Map<String, List<String>> texts, InputError... errors) {
        return FormFields.of(Submitted.form(null, texts, List.of(errors)));
    }

    private static InputError error(String field, String detail) {
        return new InputError(InputError.FORM, field, "x", detail);
    }

    private static String html(Content content) {
        StringOutput output = new StringOutput();
        content.writeTo(output);
        return output.toString();
    }

    @Test
    void labelsFieldByItsName() {
        assertEquals(
                "<div class=\"field\"><label for=\"firstName\">First name</label>"
                        + "<input type=\"text\" id=\"firstName\" name=\"firstName\" value=\"\"></div>",
                html(FormFields.of(Submitted.blank()).input("firstName")));
    }

    @Test
    void showsTextAndErrorsBesideField() {
        FormFields fields = fields(
                Map.of("mail", List.of("ada")), error("mail", "must be an address"), error("mail", "Use another one!"));

        assertEquals(
                "<div class=\"field\"><label for=\"mail\">E-mail</label>"
                        + "<p class=\"hint\" id=\"mail-hint\">For the link.</p>"
                        + "<input type=\"email\" id=\"mail\" name=\"mail\" required=\"\" aria-invalid=\"true\""
                        + " aria-describedby=\"mail-hint mail-error\" value=\"ada\">"
                        + "<p class=\"error\" id=\"mail-error\">Must be an address. Use another one!</p></div>",
                html(fields.label("mail", "E-mail")
                        .input("mail")
                        .type("email")
                        .hint("For the link.")
                        .required()));
    }

    @Test
    void linksSummaryToFields() {
        FormFields fields = fields(Map.of(), error("", "is not valid"), error("a b", "must be set"))
                .label("a b", "A & B")
                .idPrefix("f-");

        assertEquals(
                "<div class=\"form-errors\" role=\"alert\"><h2>Please check</h2><ul><li>Is not valid.</li>"
                        + "<li><a href=\"#f-a-b\">A &amp; B: must be set</a></li></ul></div>",
                html(fields.summary("Please check")));
        assertEquals("", html(FormFields.of(Submitted.blank()).summary("Please check")));
    }

    @Test
    void writesFieldsOfRows() {
        FormFields fields = fields(
                        Map.of("copies", List.of("1", "", "x")),
                        error("copies", "must not be so many"),
                        error("copies[2]", "must be a whole number"))
                .columns("copies");

        assertEquals(
                "<div class=\"field\"><label for=\"copies\">Copies 1</label>"
                        + "<input type=\"text\" id=\"copies\" name=\"copies\" aria-invalid=\"true\""
                        + " aria-describedby=\"copies-error\" value=\"1\">"
                        + "<p class=\"error\" id=\"copies-error\">Must not be so many.</p></div>",
                html(fields.row(0).input("copies")));
        assertEquals(
                "<div class=\"field\"><label for=\"copies-3\">Copies 3</label>"
                        + "<input type=\"text\" id=\"copies-3\" name=\"copies\" aria-invalid=\"true\""
                        + " aria-describedby=\"copies-3-error\" value=\"x\">"
                        + "<p class=\"error\" id=\"copies-3-error\">Must be a whole number.</p></div>",
                html(fields.row(2).input("copies")));
        assertTrue(html(fields.row(9).select("copies", Map.of("1", "one"))).contains("id=\"copies-10\""));
        String summary = html(fields.summary("Please check"));
        assertTrue(summary.contains("<a href=\"#copies\">Copies: must not be so many</a>"), summary);
        assertTrue(summary.contains("<a href=\"#copies-3\">Copies 3: must be a whole number</a>"), summary);
        Row row = fields.row(0);
        assertThrows(IllegalArgumentException.class, () -> row.input("labels"));
    }

    @Test
    void numbersErrorsOfSeveralTexts() {
        FormFields fields = fields(
                Map.of("votes", List.of("1", "x", "y")),
                error("votes[1]", "must be a number"),
                error("votes[2]", "is odd"));

        assertEquals(
                "<div class=\"form-errors\" role=\"alert\"><h2>Please check</h2><ul>"
                        + "<li><a href=\"#votes\">Votes 2: must be a number</a></li>"
                        + "<li><a href=\"#votes\">Votes 3: is odd</a></li></ul></div>",
                html(fields.summary("Please check")));
        String field = html(fields.input("votes"));
        assertTrue(field.contains("<p class=\"error\" id=\"votes-error\">2: Must be a number. 3: Is odd.</p>"), field);
    }

    @Test
    void escapesWhatTheUserSubmitted() {
        FormFields fields = fields(Map.of("x", List.of(EVIL)), error("x", EVIL)).label("x", EVIL);

        String input = html(fields.input("x").attribute("title", EVIL));
        assertEquals(
                2, input.split(java.util.regex.Pattern.quote("=\"" + ESCAPED_ATTRIBUTE + "\""), -1).length - 1, input);
        assertEquals(
                "<div class=\"field\"><label for=\"x\">" + ESCAPED + "</label><textarea id=\"x\" name=\"x\""
                        + " aria-invalid=\"true\" aria-describedby=\"x-error\">\n" + ESCAPED + "</textarea>"
                        + "<p class=\"error\" id=\"x-error\">" + ESCAPED + ".</p></div>",
                html(fields.textarea("x")));
        assertEquals(
                "<input type=\"hidden\" name=\"x\" value=\"" + ESCAPED_ATTRIBUTE + "\">", html(fields.hidden("x")));
    }

    @Test
    void sendsNoPasswordBack() {
        assertEquals(
                "<div class=\"field\"><label for=\"password\">Password</label>"
                        + "<input type=\"password\" id=\"password\" name=\"password\"></div>",
                html(fields(Map.of("password", List.of("secret"))).password("password")));
    }

    @Test
    void marksWhatTheUserHasChosen() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("s", "Small");
        options.put("l", "Large");
        FormFields fields = fields(Map.of("size", List.of("l"), "terms", List.of("on")));

        assertEquals(
                "<div class=\"field\"><label for=\"size\">Size</label><select id=\"size\" name=\"size\">"
                        + "<option value=\"s\">Small</option><option value=\"l\" selected=\"\">Large</option>"
                        + "</select></div>",
                html(fields.select("size", options)));
        assertEquals(
                "<fieldset class=\"field\"><legend>Size</legend>"
                        + "<input type=\"radio\" id=\"size\" name=\"size\" value=\"s\"><label for=\"size\">Small</label>"
                        + "<input type=\"radio\" id=\"size-2\" name=\"size\" value=\"l\" checked=\"\">"
                        + "<label for=\"size-2\">Large</label></fieldset>",
                html(fields.radios("size", options)));
        assertEquals(
                "<div class=\"field\"><input type=\"checkbox\" id=\"terms\" name=\"terms\" checked=\"\">"
                        + "<label for=\"terms\">Terms</label></div>",
                html(fields.checkbox("terms")));
        assertEquals(
                "<div class=\"field\"><input type=\"checkbox\" id=\"news\" name=\"news\">"
                        + "<label for=\"news\">News</label></div>",
                html(fields.checkbox("news")));
    }

    @Test
    void rejectsAttributesThatAreScripts() {
        Field field = FormFields.of(Submitted.blank()).input("x");

        assertThrows(IllegalArgumentException.class, () -> field.attribute("onclick", "alert(1)"));
        assertThrows(IllegalArgumentException.class, () -> field.attribute("a b", ""));
        assertThrows(IllegalArgumentException.class, () -> field.type("checkbox"));
    }
}
