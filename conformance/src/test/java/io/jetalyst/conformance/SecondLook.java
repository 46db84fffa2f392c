package io.jetalyst.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Repeats the cases that failed. The suite waits one second for a response, which may be too short on a busy machine; a real failure occurs
 * twice. It runs in another process, because the suite runs only once in each.
 */
final class SecondLook {
    private static final List<String> SETTINGS = List.of("python.path", "python.cachedir.skip", "conformance.reports");

    private SecondLook() {}

    /** Returns the failures that occurred both times; empty if there are none. */
    static String departures(Verdict first, List<String> endpoints) throws IOException {
        List<String> cases = first.results().stream()
                .filter(result -> !result.conforms())
                .map(CaseResult::id)
                .distinct()
                .toList();
        if (cases.isEmpty()) {
            return "";
        }
        System.out.println("Judged once more:\n" + first.departures());
        Process process = new ProcessBuilder(command(endpoints, cases))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String departures = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            return process.waitFor() == 0 ? departures : "the second look ended with " + process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "the second look was interrupted";
        }
    }

    private static List<String> command(List<String> endpoints, List<String> cases) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        SETTINGS.forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SecondLook.class.getName()));
        command.addAll(List.of(String.join(",", endpoints), String.join(",", cases)));
        return command;
    }

    /** @param args the endpoints and the cases, each a list with commas; prints the failures */
    public static void main(String[] args) throws IOException {
        List<String> endpoints = Stream.of(args[0].split(",")).toList();
        List<String> cases = Stream.of(args[1].split(",")).toList();
        Verdict verdict = Verdict.of(FuzzingClient.reportingTo("second-look"), endpoints, cases);
        if (verdict.results().size() != endpoints.size() * cases.size()) {
            throw new IllegalStateException("not all cases were judged: " + verdict.summary());
        }
        System.out.println(verdict.departures());
    }
}
