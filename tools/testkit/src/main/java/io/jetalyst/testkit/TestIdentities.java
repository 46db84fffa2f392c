package io.jetalyst.testkit;

import io.jetalyst.filter.Context;
import io.jetalyst.login.Authenticator;
import io.jetalyst.security.CredentialsProblem;
import io.jetalyst.security.Identity;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Recognizes the clients to which a test has given an identity, by a random text in a header field. Safe for all threads. */
final class TestIdentities implements Authenticator {
    static final String HEADER = "X-Test-Identity";

    private final Map<String, Identity> identities = new ConcurrentHashMap<>();

    /** The value of the field that represents an identity. */
    String add(Identity identity) {
        String key = UUID.randomUUID().toString();
        identities.put(key, identity);
        return key;
    }

    @Override
    public Optional<Identity> authenticate(Context context) {
        Optional<String> key = context.request().header(HEADER);
        if (key.isPresent() && !identities.containsKey(key.get())) {
            throw new CredentialsProblem("No test has given this identity to a client of this application.");
        }
        return key.map(identities::get);
    }

    @Override
    public boolean isNonBlocking() {
        return true;
    }
}
