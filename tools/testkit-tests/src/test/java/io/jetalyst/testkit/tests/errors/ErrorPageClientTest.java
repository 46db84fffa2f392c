package io.jetalyst.testkit.tests.errors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.filter.Next;
import io.jetalyst.http.Languages;
import io.jetalyst.http.Result;
import io.jetalyst.login.Authenticator;
import io.jetalyst.security.CredentialsProblem;
import io.jetalyst.security.Identity;
import io.jetalyst.session.SessionStoreException;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.view.ErrorPage;
import io.jetalyst.view.ErrorPages;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of an application for errors have the user and the language, and are sent whatever has failed. */
class ErrorPageClientTest {
    @RegisterExtension
    static final TestApp APP = TestApp.of(args -> App.builder()
            .args(args)
            .mount(new EditController_Routes())
            .authenticator(new Named())
            .filter(new Asking())
            .bind(Languages.class, Languages.fromCookie("lang", "en", "de"))
            .bind(
                    ErrorPages.class,
                    error -> Optional.of(out -> out.write(page(error).getBytes(UTF_8))))
            .build());

    private static String page(ErrorPage error) {
        return error.identity().map(Identity::name).orElse("nobody") + " "
                + error.languages().best(List.of(Locale.ENGLISH, Locale.GERMAN)).orElse(Locale.ROOT);
    }

    /** The header field {@code Name} names the client, or the way in which the authenticator fails. */
    private static final class Named implements Authenticator {
        @Override
        public Optional<Identity> authenticate(Context context) throws IOException {
            String name = context.request().header("Name").orElse("");
            switch (name) {
                case "":
                    return Optional.empty();
                case "wrong":
                    throw new CredentialsProblem("The name is wrong.");
                case "broken":
                    throw new IOException("the directory of users is broken");
                case "store":
                    throw new SessionStoreException("the store is broken", new IOException("closed"));
                case "endless":
                    throw new StackOverflowError();
                default:
                    return Optional.of(Identity.of(name));
            }
        }
    }

    /** A filter that may block, and asks for the identity if the client wants that. */
    private static final class Asking implements Filter {
        @Override
        public Result filter(Context context, Next next) {
            if (context.request().query().equals("ask")) {
                context.identity();
            }
            return next.proceed();
        }
    }

    private static String get(TestHttp http, String path, int status, String name) {
        return http.get(
                        path,
                        "Accept",
                        "text/html, */*;q=0.1",
                        "Name",
                        name,
                        "Cookie",
                        "lang=de",
                        "Accept-Language",
                        "en")
                .expect(status)
                .body();
    }

    @ParameterizedTest
    @CsvSource({"/edit/unhandled, 500", "/edit/unhandled?ask, 500", "/nowhere, 404", "/nowhere?ask, 404"})
    void hasTheUserAndTheLanguage(String path, int status, TestHttp http) {
        assertEquals("ann de", get(http, path, status, "ann"));
        assertEquals("nobody de", get(http, path, status, ""));
    }

    @ParameterizedTest
    @CsvSource({"wrong, 401", "broken, 500", "store, 503", "endless, 500"})
    void isSentWhenTheAuthenticatorFails(String name, int status, TestHttp http) {
        assertEquals("nobody de", get(http, "/nowhere", 404, name));
        assertEquals("nobody de", get(http, "/edit/unhandled", 500, name));
        assertEquals("nobody de", get(http, "/nowhere?ask", status, name));
    }
}
