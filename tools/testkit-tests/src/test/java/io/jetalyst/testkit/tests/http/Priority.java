package io.jetalyst.testkit.tests.http;

/** The priority of a task, by a code of one letter. */
enum Priority {
    HIGH,
    LOW;

    static Priority of(String code) {
        return switch (code) {
            case "h" -> HIGH;
            case "l" -> LOW;
            default -> throw new IllegalArgumentException(code);
        };
    }
}
