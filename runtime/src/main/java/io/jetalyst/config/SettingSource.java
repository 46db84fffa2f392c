package io.jetalyst.config;

import java.util.Optional;

/** One place where an operator can set something. */
@FunctionalInterface
public interface SettingSource {
    Optional<Setting> find(String key);
}
