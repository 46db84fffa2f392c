package io.jetalyst.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One figure of all contestants, round by round. */
final class Results {
    private final Map<Contestant, List<Long>> values = new EnumMap<>(Contestant.class);

    void add(Contestant contestant, long value) {
        values.computeIfAbsent(contestant, any -> new ArrayList<>()).add(value);
    }

    /** The median, the lowest and the highest, and the ratio of the median to that of the first contestant. */
    void print(String title) {
        System.out.println(title);
        double base = values.containsKey(Contestant.SHIPPED) ? median(values.get(Contestant.SHIPPED)) : 0;
        values.forEach((contestant, all) -> System.out.printf(
                Locale.ROOT,
                "  %-22s %,10d  (%,d to %,d)  %s%n",
                contestant.title(),
                median(all),
                Collections.min(all),
                Collections.max(all),
                base > 0 ? String.format(Locale.ROOT, "%.2f", median(all) / base) : ""));
    }

    private static long median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
