package io.jetalyst.config;

import java.util.Optional;
import java.util.Set;

/** One place where an operator can set something. */
@FunctionalInterface
public interface SettingSource {
    Optional<Setting> find(String key);

    /** All keys of this source; none if the source is also for other programs, as the environment is. */
    default Set<String> keys() {
        return Set.of();
    }
}
