package io.jetalyst.conformance;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.jetalyst.RunningApp;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The results of the suite for all endpoints, and how long it took. */
record Verdict(List<CaseResult> results, Duration took) {
    /** Starts the application, and runs the suite against the endpoints of these names below {@code /echo}. */
    static Verdict of(FuzzingClient client, List<String> endpoints, List<String> cases) throws IOException {
        long begun = System.nanoTime();
        try (RunningApp app = ConformanceApp.app("--port=0").start()) {
            Map<String, String> agents = endpoints.stream()
                    .collect(toMap(Function.identity(), name -> "ws://127.0.0.1:" + app.port() + "/echo/" + name));
            List<CaseResult> results = client.judge(agents, cases);
            return new Verdict(results, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    /** Returns a line for each case that is neither OK nor INFORMATIONAL; empty if there is none. */
    String departures() {
        return results.stream()
                .filter(result -> !result.conforms())
                .map(CaseResult::toString)
                .sorted()
                .collect(joining("\n"));
    }

    /** Summarizes the verdicts of each endpoint in one line. */
    String summary() {
        return results.stream()
                .collect(groupingBy(CaseResult::agent, TreeMap::new, groupingBy(CaseResult::behavior, counting())))
                .entrySet()
                .stream()
                .map(agent -> "/echo/" + agent.getKey() + " " + counts(agent.getValue()))
                .collect(joining("; ", "Autobahn: ", " (%d s, Java %s)".formatted(took.toSeconds(), javaVersion())));
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .sorted()
                .collect(joining(", "));
    }

    private static String javaVersion() {
        return System.getProperty("java.version");
    }
}
