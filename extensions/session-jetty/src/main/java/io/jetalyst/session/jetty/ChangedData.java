package io.jetalyst.session.jetty;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.session.SessionData;

/**
 * The data of a session that several processes may change. It remembers the names of the values that this process has changed and not stored yet, so that
 * it can take over what another process has stored. Guarded by the lock of the session.
 */
final class ChangedData extends SessionData {
    private static final long serialVersionUID = 1;

    private final HashSet<String> changed = new HashSet<>();

    ChangedData(String id, String path, String host, long created, long accessed, long lastAccessed, long maxInactive) {
        super(id, path, host, created, accessed, lastAccessed, maxInactive);
    }

    /** Jetty calls this method for each value that is set or removed. */
    @Override
    public void setDirty(String name) {
        super.setDirty(name);
        changed.add(name);
    }

    /** Jetty calls this method when the data is stored. */
    @Override
    public void clean() {
        super.clean();
        changed.clear();
    }

    /** The value of this name is as it was before. */
    void forget(String name) {
        changed.remove(name);
    }

    /** Takes over the stored values, except those of the names that this process has changed. */
    void rebase(SessionData stored) {
        Map<String, Object> others = stored.getAllAttributes();
        for (String name : Set.copyOf(_attributes.keySet())) {
            if (!changed.contains(name) && !others.containsKey(name)) {
                _attributes.remove(name);
            }
        }
        others.forEach((name, value) -> {
            if (!changed.contains(name)) {
                _attributes.put(name, value);
            }
        });
    }
}
