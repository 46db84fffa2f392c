package demo;

import io.jetalyst.App;
import io.jetalyst.security.TokenAuthenticator;
import io.jetalyst.security.jwt.BearerTokens;

/** Reads the issuer and the audience of its tokens from the settings. */
final class OrderApp {
    private OrderApp() {}

    static App app(String... args) {
        BearerTokens tokens = BearerTokens.ofSettings();
        return App.builder()
                .args(args)
                .authenticator(tokens)
                .bind(TokenAuthenticator.class, tokens) // for sockets
                .build();
    }
}
