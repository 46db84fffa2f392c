package io.jetalyst.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Measures the CPU time that javac takes with the processor and without it. Each compilation runs in a JVM of its own, as in a build:
 * the time includes the JIT compiler's.
 */
public final class CompileTime {
    private static final String COMPILE = "compile";

    private final Path directory;
    private final int rounds;

    private CompileTime(Path directory, int rounds) {
        this.directory = directory;
        this.rounds = rounds;
    }

    /** {@code [--rounds=3] [--routes=2000]}, or {@code --floor [--rounds=3]} */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0 && args[0].equals(COMPILE)) {
            compile(List.of(args).subList(1, args.length));
            return;
        }
        Path directory = Files.createTempDirectory("jetalyst-compile-time");
        CompileTime benchmark = new CompileTime(directory, Stage.option(args, "rounds", 3));
        System.out.printf("Java %s, CPU seconds of javac, the median of %d%n", Runtime.version(), benchmark.rounds);
        if (List.of(args).contains("--floor")) {
            benchmark.printFloor(
                    "typical",
                    IntStream.range(0, 200).mapToObj(Sources::typical).toList());
            benchmark.printFloor(
                    "one-liners",
                    IntStream.range(0, 200).mapToObj(Sources::short8).toList());
            delete(directory);
            return;
        }
        int most = Stage.option(args, "routes", 2_000);
        for (int routes = Math.min(125, most); routes <= most; routes *= 2) {
            benchmark.print("1 controller of " + routes + " routes", List.of(Sources.wide(routes)));
        }
        benchmark.print(
                "200 controllers of 8 routes",
                IntStream.range(0, 200).mapToObj(Sources::typical).toList());
        benchmark.print(
                "200 controllers of 8 one-liners",
                IntStream.range(0, 200).mapToObj(Sources::short8).toList());
        delete(directory);
    }

    private void print(String title, List<Sources.Source> sources) throws IOException, InterruptedException {
        Path written = write(title, sources);
        long lines = sources.stream()
                .mapToLong(source -> source.text().lines().count())
                .sum();
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        Path output = written.resolve("with");
        for (int round = 0; round < rounds; round++) {
            without.add(run(written, written.resolve("without"), "-proc:none"));
            with.add(run(written, output, "-Xlint:-options"));
        }
        System.out.printf(
                Locale.ROOT,
                "%-32s without %6.2f   with %6.2f   ratio %5.2f   generated lines per line %5.2f%n",
                title,
                median(without),
                median(with),
                median(with) / median(without),
                (double) generatedLines(output) / lines);
    }

    private Path write(String title, List<Sources.Source> sources) throws IOException {
        Path written = Files.createDirectories(directory.resolve(title.replace(' ', '-')));
        for (Sources.Source source : sources) {
            Files.writeString(written.resolve(source.name() + ".java"), source.text());
        }
        return written;
    }

    /** Prints the time of javac with processors that generate less and less. */
    private void printFloor(String title, List<Sources.Source> sources) throws IOException, InterruptedException {
        Path written = write(title, sources);
        Path output = written.resolve("output");
        run(written, output, "-Xlint:-options");
        Path generated = Files.createDirectories(written.resolve("generated"));
        Path empty = Files.createDirectories(written.resolve("empty"));
        for (Path source : CopyProcessor.sources(output)) {
            String name = source.getFileName().toString();
            Files.copy(source, generated.resolve(name));
            if (name.endsWith("_Routes.java")) {
                Files.writeString(empty.resolve(name), "final class " + name.replace(".java", "") + " {}\n");
            }
        }
        Map<String, List<String>> options = new LinkedHashMap<>();
        options.put("no processor", List.of("-proc:none"));
        options.put("a processor that does nothing", copying(Files.createDirectories(written.resolve("nothing"))));
        options.put("an empty class for each controller", copying(empty));
        options.put("a copy of what Jetalyst generates", copying(generated));
        options.put("Jetalyst", List.of("-Xlint:-options"));
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, List<String>> row : options.entrySet()) {
                double time = run(written, output, row.getValue().toArray(String[]::new));
                times.computeIfAbsent(row.getKey(), any -> new ArrayList<>()).add(time);
            }
        }
        double without = median(times.get("no processor"));
        times.forEach((row, all) -> System.out.printf(
                Locale.ROOT, "%-12s%-36s %6.2f   ratio %5.2f%n", title, row, median(all), median(all) / without));
    }

    private static List<String> copying(Path directory) {
        return List.of("-processor", CopyProcessor.class.getName(), "-A" + CopyProcessor.DIRECTORY + "=" + directory);
    }

    private static double run(Path sources, Path output, String... options) throws IOException, InterruptedException {
        delete(output);
        Files.createDirectories(output);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CompileTime.class.getName(),
                COMPILE,
                "-d",
                output.toString(),
                "-s",
                output.toString(),
                "-processorpath",
                System.getProperty("java.class.path"),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(options));
        CopyProcessor.sources(sources).forEach(source -> command.add(source.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answer = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(answer);
        }
        return Long.parseLong(answer.lines().reduce((before, last) -> last).orElseThrow()) / 1_000d;
    }

    /** Compiles in this JVM, and prints the milliseconds of CPU time that it has used. */
    private static void compile(List<String> arguments) {
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        System.out.println(
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis());
        System.exit(result);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static long generatedLines(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .mapToLong(CompileTime::lines)
                    .sum();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
