package io.jetalyst.login;

import java.util.LinkedHashMap;
import java.util.Map;

/** The values of the 10,000 keys that were used last: clients choose the keys, so their number has a bound. For one thread at a time. */
final class RecentKeys<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1;
    private static final int MAX_KEYS = 10_000;

    RecentKeys() {
        super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MAX_KEYS;
    }
}
