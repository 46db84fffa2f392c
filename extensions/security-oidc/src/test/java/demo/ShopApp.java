package demo;

import io.jetalyst.App;
import io.jetalyst.security.oidc.OidcLogin;

/** Reads the provider of its logins from the settings. */
final class ShopApp {
    private ShopApp() {}

    static App app(String... args) {
        OidcLogin login = OidcLogin.ofSettings();
        return App.builder()
                .args(args)
                .bind(OidcLogin.class, login)
                .authenticator(login)
                .build();
    }
}
