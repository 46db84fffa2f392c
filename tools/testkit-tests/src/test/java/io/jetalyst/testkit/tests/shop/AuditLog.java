package io.jetalyst.testkit.tests.shop;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The lines that the filter of the guide writes. */
final class AuditLog {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    void add(String line) {
        lines.add(line);
    }

    List<String> lines() {
        return lines;
    }
}
