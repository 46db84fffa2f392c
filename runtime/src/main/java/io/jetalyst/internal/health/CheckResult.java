package io.jetalyst.internal.health;

import io.jetalyst.health.Health;

/** The result of the check with this name. */
record CheckResult(String name, Health health) {
    boolean isUp() {
        return health instanceof Health.Up;
    }
}
