package io.jetalyst.security.passwords;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Turkish and Azeri have an I without a dot, Lithuanian keeps the dot of an i, and Arabic, Persian and Thai have digits of their own. */
class LocaleTest {
    private static final String REFERENCE =
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    private static final String BCRYPT = "$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i";

    private final Locale locale = Locale.getDefault();
    private final Argon2 argon2 = new Argon2();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(locale);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "az-AZ", "lt-LT", "ar-EG-u-nu-arab", "fa-IR-u-nu-arabext", "th-TH-u-nu-thai"})
    void writesAndReadsTheSameTextWithEachDefaultLocale(String tag) {
        Locale.setDefault(Locale.forLanguageTag(tag));

        String hash = argon2.hash("Istanbul");
        assertTrue(hash.matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}"), hash);
        assertTrue(argon2.matches("Istanbul", hash));
        assertFalse(argon2.isOutdated(hash));
        assertTrue(argon2.matches("password", REFERENCE));
        assertTrue(argon2.isOutdated(REFERENCE));
        assertTrue(argon2.matches("abc", BCRYPT));
        Locale.setDefault(locale);
        assertTrue(argon2.matches("Istanbul", hash));
    }

    /** Password4j wrote the type of the hash in the lower case of Turkish. */
    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "en-US"})
    void readsHashThatWasWrittenWithATurkishLocale(String tag) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        String hash = REFERENCE.replace("argon2id", "argon2\u0131d");

        assertTrue(argon2.matches("password", hash));
        assertFalse(argon2.matches("passwort", hash));
        String current = argon2.hash("password").replace("argon2id", "argon2\u0131d");
        assertTrue(argon2.isOutdated(current)); // the next login replaces it
    }
}
