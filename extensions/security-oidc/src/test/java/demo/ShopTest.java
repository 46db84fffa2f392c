package demo;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.security.jwt.BearerTokens;
import io.jetalyst.security.jwt.JwtOptions;
import io.jetalyst.security.jwt.JwtVerifier;
import io.jetalyst.security.oidc.OidcLogin;
import io.jetalyst.security.oidc.OidcOptions;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A running application with a real provider, for the tests of a class. */
abstract class ShopTest {
    static RealProvider provider;
    static RunningApp app;

    @BeforeAll
    static void start() throws Exception {
        provider = RealProvider.start();
        app = app(provider.options());
    }

    static RunningApp app(OidcOptions options, String... settings) {
        JwtOptions tokens = JwtOptions.issuer(provider.issuer())
                .audience(RealProvider.AUDIENCE)
                .keyTimes(Duration.ofMinutes(10), Duration.ofHours(6), Duration.ZERO);
        OidcLogin login = OidcLogin.of(options);
        return App.builder()
                .args("--port=0")
                .args(settings)
                .bind(OidcLogin.class, login)
                .mount(new AccountController_Routes(), new NewsController_Routes(), new BlockController_Routes())
                .authenticator(BearerTokens.of(JwtVerifier.of(tokens)))
                .authenticator(login)
                .build()
                .start();
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
        if (provider != null) {
            provider.close();
        }
    }

    static URI address(String path) {
        return URI.create("http://127.0.0.1:" + app.port() + path);
    }

    static boolean isCallback(URI address) {
        return address.getPath().equals("/oidc/callback");
    }

    static URI callback(Browser browser, String user) throws Exception {
        return browser.logInUntil(address("/account"), user, provider.issuer(), ShopTest::isCallback);
    }

    static HttpResponse<String> logIn(Browser browser, String user) throws Exception {
        return browser.logIn(address("/account?tab=orders"), user, provider.issuer());
    }

    static String parameter(URI address, String name) {
        for (String pair : address.getRawQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw new AssertionError(name + " is not in " + address);
    }
}
