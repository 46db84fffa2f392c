package io.jetalyst.health;

import static java.util.Objects.requireNonNull;

/** The result of a {@link HealthCheck}. */
public sealed interface Health {
    /** The application can use what was checked. */
    static Health up() {
        return Up.UP;
    }

    /**
     * The application cannot use what was checked.
     *
     * @param reason for the log, and for the response in dev mode
     */
    static Health down(String reason) {
        return new Down(reason);
    }

    /** The application can use what was checked. */
    enum Up implements Health {
        UP
    }

    /** The application cannot use what was checked. */
    record Down(String reason) implements Health {
        public Down {
            requireNonNull(reason);
        }
    }
}
