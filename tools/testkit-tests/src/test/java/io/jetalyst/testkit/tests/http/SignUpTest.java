package io.jetalyst.testkit.tests.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.Flash;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestForm;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the section of the guide on forms that show their errors. */
class SignUpTest {
    @RegisterExtension
    final TestApp app = TestApp.of(SignUpSite::app);

    private static TestForm valid(TestHttp http, String path) {
        return http.form(path)
                .field("name", "Ada")
                .field("mail", "ada@example.org")
                .field("age", "36")
                .field("children", "")
                .field("password", "secret");
    }

    private static void assertShows(String html, TestResponse page) {
        assertTrue(page.body().contains(html), () -> html + "\nis not in\n" + page.body());
    }

    @Test
    void showsEmptyForm(TestHttp http) {
        TestResponse page = http.get("/members/sign-up").expect(200);

        assertShows(
                "<input type=\"text\" id=\"name\" name=\"name\" required=\"\" autocomplete=\"name\" value=\"\">", page);
        assertFalse(page.body().contains("error"), page.body());
    }

    @Test
    void redirectsWithMessageThatIsShownOnce(TestHttp http) {
        TestHttp ada = http.withCookies();
        TestResponse created = valid(ada, "/members/sign-up").post().expect(303);
        assertEquals("/members", created.header("Location"));
        assertEquals(
                "jetalyst-flash=" + Flash.of("Welcome, Ada.").encode() + "; Path=/; Max-Age=60; HttpOnly; SameSite=Lax",
                created.header("Set-Cookie"));

        ada.get("/members/search").expect(200);
        TestResponse members = ada.get("/members").expect(200);
        assertShows("<p role=\"status\">Welcome, Ada.</p>", members);
        assertShows("<li>Ada</li>", members);
        assertEquals("no-store", members.header("Cache-Control"));

        TestResponse again = ada.get("/members").expect(200);
        assertFalse(again.body().contains("Welcome"), again.body());
        assertEquals(List.of(), again.headers().allValues("Set-Cookie"));
    }

    @Test
    void escapesMessageThatAUserHasForged(TestHttp http) {
        TestResponse page = http.get(
                        "/members",
                        "Cookie",
                        "jetalyst-flash=" + Flash.of("<b>x</b>").encode())
                .expect(200);

        assertShows("<p role=\"status\">&lt;b&gt;x&lt;/b&gt;</p>", page);
        http.get("/members", "Cookie", "jetalyst-flash=%%%").expect(200);
    }

    @Test
    void showsFormAgainWithAllErrorsAndTexts(TestHttp http) {
        TestResponse page = http.form("/members/sign-up")
                .field("name", "<b>\"Ada\"</b>")
                .field("mail", "ada")
                .field("age", "7")
                .field("children", "two")
                .field("password", "secret")
                .field("news", "on")
                .post()
                .expect(422);

        assertEquals("text/html;charset=utf-8", page.header("Content-Type"));
        assertShows("value=\"&lt;b>&#34;Ada&#34;&lt;/b>\"", page);
        assertShows("<p class=\"error\" id=\"mail-error\">Must be a well-formed email address.</p>", page);
        assertShows("aria-invalid=\"true\" aria-describedby=\"mail-hint mail-error\" value=\"ada\"", page);
        assertShows("<p class=\"error\" id=\"age-error\">Must be greater than or equal to 18.</p>", page);
        assertShows("<p class=\"error\" id=\"children-error\">Must be a whole number.</p>", page);
        assertShows("<input type=\"checkbox\" id=\"news\" name=\"news\" checked=\"\">", page);
        assertShows(
                "<ul><li><a href=\"#mail\">E-mail address: must be a well-formed email address</a></li>"
                        + "<li><a href=\"#age\">Age: must be greater than or equal to 18</a></li>"
                        + "<li><a href=\"#children\">Children: must be a whole number</a></li></ul>",
                page);
        assertFalse(page.body().contains("secret"), page.body());
        assertFalse(page.body().contains("name-error"), page.body());
    }

    @Test
    void showsMissingFields(TestHttp http) {
        TestResponse page = http.form("/members/sign-up").post().expect(422);

        for (String field : List.of("name", "mail", "age", "password")) {
            assertShows("<p class=\"error\" id=\"" + field + "-error\">Is missing.</p>", page);
        }
    }

    @Test
    void showsErrorOfTheRecordAndOfTheApplication(TestHttp http) {
        assertShows(
                "<ul><li>Is not valid.</li></ul>",
                http.form("/members/sign-up")
                        .field("name", "same")
                        .field("mail", "a@b.org")
                        .field("age", "20")
                        .field("password", "same")
                        .post()
                        .expect(422));

        valid(http, "/members/sign-up").post().expect(303);
        TestResponse taken = valid(http, "/members/sign-up").post().expect(422);
        assertShows("<p class=\"error\" id=\"mail-error\">Is already in use.</p>", taken);
        assertShows("value=\"ada@example.org\"", taken);
    }

    @Test
    void showsMessagesInLanguageOfUser(TestHttp http) {
        TestResponse page = http.form("/members/sign-up")
                .field("age", "1")
                .field("children", "two")
                .post("Accept-Language", "de")
                .expect(422);

        assertShows("<p class=\"error\" id=\"age-error\">Muss größer-gleich 18 sein.</p>", page);
        assertShows("<p class=\"error\" id=\"name-error\">Fehlt.</p>", page);
        assertShows("<p class=\"error\" id=\"children-error\">Muss eine ganze Zahl sein.</p>", page);
    }

    @Test
    void keepsOtherTextsOfFormWithMalformedField(TestHttp http) {
        for (String name : List.of("%zz", "%ff", "%00", "%")) {
            TestResponse page = http.post(
                            "/members/sign-up",
                            "mail=ada%40example.org&name=" + name + "&age=x&password=secret&news=on",
                            "Content-Type",
                            "application/x-www-form-urlencoded")
                    .expect(422);

            assertShows("value=\"ada@example.org\"", page);
            assertShows(
                    "<ul><li><a href=\"#name\">Name: "
                            + (name.equals("%00") ? "contains a NUL character" : "is not valid percent-encoded UTF-8")
                            + "</a></li><li><a href=\"#age\">Age: must be a whole number</a></li></ul>",
                    page);
            assertShows("value=\"x\"", page);
            assertShows("<input type=\"checkbox\" id=\"news\" name=\"news\" checked=\"\">", page);
        }
    }

    @Test
    void keepsOtherTextsOfMultipartFormWithMalformedField(TestHttp http) {
        TestResponse page = http.form("/members/sign-up")
                .field("name", "A\0da")
                .field("mail", "ada@example.org")
                .field("age", "36")
                .field("password", "secret")
                .multipart()
                .post()
                .expect(422);

        assertShows("<ul><li><a href=\"#name\">Name: contains a NUL character</a></li></ul>", page);
        assertShows("value=\"ada@example.org\"", page);
    }

    @Test
    void namesTheRowOfAMistakeInAList(TestHttp http) {
        TestResponse page = http.form("/members/tags")
                .field("tags", "")
                .field("tags", "fine")
                .field("tags", "x".repeat(9))
                .field("sizes", "1")
                .field("sizes", "two")
                .post()
                .expect(200);

        assertEquals("tags[2] Size, sizes[1] type, [, fine, xxxxxxxxx]", page.body());
    }

    @Test
    void answersFormOfWhichNoTextCanBeKept(TestHttp http) {
        assertEquals(
                "The form has more than 1000 fields.",
                http.post(
                                "/members/sign-up",
                                "name=Ada&".repeat(1_001),
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .expect(400)
                        .problem()
                        .detail());
    }

    @Test
    void answersFormThatCannotBeReadBeforeTheMethodIsCalled(TestHttp http) {
        String form = "multipart/form-data; boundary=x";
        assertEquals(
                "The form ends before its last boundary.",
                http.post("/members/sign-up", "no part", "Content-Type", form)
                        .expect(400)
                        .problem()
                        .detail());
        http.post("/members/sign-up", "{}", "Content-Type", "application/json").expect(415);
    }

    @Test
    void answersPlainRecordWithProblem(TestHttp http) {
        valid(http, "/members/strict").post().expect(200);
        assertEquals(
                2,
                http.form("/members/strict")
                        .field("name", "Ada")
                        .field("mail", "ada@example.org")
                        .post()
                        .expect(400)
                        .problem()
                        .errors()
                        .size());
    }

    @Test
    void takesQueryParametersAndJsonBodiesWithTheirErrors(TestHttp http) {
        assertEquals(
                "Search[page=Optional[2]]", http.get("/members/search?page=2").body());
        assertTrue(
                http.get("/members/search?page=x").expect(200).body().startsWith("x[InputError[in=query, name=page"));
        assertTrue(http.get("/members/search?page=0").expect(200).body().contains("code=Min"));

        assertEquals(
                "Ada",
                http.put("/members/json", new SignUpController.Rename("Ada", 1)).body());
        assertEquals(
                "[/name] true",
                http.put("/members/json", new SignUpController.Rename(" ", 1)).body());
        assertEquals(
                "[/age] false",
                http.send(http.request("/members/json")
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString("{\"name\":\"Ada\",\"age\":\"x\"}")))
                        .expect(200)
                        .body());
        assertEquals(
                "[] false",
                http.send(http.request("/members/json")
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString("{")))
                        .expect(200)
                        .body());
    }
}
