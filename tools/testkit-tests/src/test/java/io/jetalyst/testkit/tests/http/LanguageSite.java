package io.jetalyst.testkit.tests.http;

import io.jetalyst.App;
import io.jetalyst.http.Languages;

/** The application of the guide whose users choose a language. */
final class LanguageSite {
    private LanguageSite() {}

    static App app(String... args) {
        return App.builder()
                .args(args)
                .bind(Languages.class, Languages.fromCookie("lang", "en", "de"))
                .mount(new LanguageController_Routes())
                .build();
    }
}
