package io.jetalyst.example.chat;

import io.jetalyst.session.Session;
import io.jetalyst.session.SessionKey;
import java.util.Optional;
import java.util.UUID;

/**
 * A person, as the session of a browser knows it. All tabs of a browser share the session, so they are one person.
 *
 * @param id is seen by others, and gives nobody any right
 * @param name the name that the person wants; a room may add a number to it
 */
record Account(String id, String name) {
    private static final SessionKey<Account> KEY = SessionKey.of("account", Account.class);

    /** Empty if the browser has not entered a name. */
    static Optional<Account> of(Session browser) {
        return browser.get(KEY);
    }

    /** Keeps a name in the session. A browser that has a name already stays the same person. */
    static void keep(Session browser, NickName name) {
        String id =
                of(browser).map(Account::id).orElseGet(() -> UUID.randomUUID().toString());
        browser.put(KEY, new Account(id, name.text()));
    }
}
