package io.jetalyst.internal.limit;

import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.ServerLimit;
import io.jetalyst.internal.log.RepeatedLine;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs that the server rejects something: one line in a second at most, with the numbers since the line before, and the settings. */
public final class RejectionLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.limits");

    private final Map<ServerLimit, Long> logged = new EnumMap<>(ServerLimit.class);
    private final RepeatedLine line = new RepeatedLine();

    private RejectionLog() {}

    /** A counter whose rejections are logged. */
    public static Rejections counter() {
        RejectionLog log = new RejectionLog();
        return new Rejections(counts -> log.line.write(more -> log.write(counts)));
    }

    private synchronized void write(Rejections counts) {
        StringBuilder text = new StringBuilder();
        for (ServerLimit limit : ServerLimit.values()) {
            long count = limit.isOverload() ? counts.count(limit) : 0;
            long before = logged.getOrDefault(limit, 0L);
            if (count > before) {
                logged.put(limit, count);
                text.append(text.isEmpty() ? "" : ", ").append(limit.rejected());
                text.append(' ').append(count - before);
                text.append(limit.setting().isEmpty() ? "" : " (" + limit.setting() + ")");
            }
        }
        if (!text.isEmpty()) {
            LOG.warn("Rejected beyond the limits of the server: {}", text);
        }
    }
}
