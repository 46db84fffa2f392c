package io.jetalyst.testkit.tests.shop;

import io.jetalyst.App;
import io.jetalyst.filter.Filter;
import io.jetalyst.http.Response;
import java.util.Map;

/** The application of the guide. */
final class Shop {
    private Shop() {}

    static App app(String... args) {
        String token = App.settings(args).get("shop.token").orElse("sesame");
        return app(new Tokens(Map.of(token, "Ada")), new Ticker(), args);
    }

    static App app(Tokens tokens, Ticker ticker, String... args) {
        App.Builder builder = App.builder()
                .args(args)
                .bind(Ticker.class, ticker)
                .filter(new AdminFilter(tokens))
                .filter(Filter.nonBlocking((context, next) -> next.proceed().map(Shop::versioned)))
                .onStart(app -> ticker.start(app.topics().topic("news", String.class)))
                .onStop(app -> app.topics().topic("news", String.class).publish("The shop closes."));
        return builder.mount(new AdminController_Routes()).build();
    }

    private static Response versioned(Response response) {
        return response.header("X-Version", "7");
    }
}
