package io.jetalyst.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.ServerLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the table of {@code docs/operations/limits.md} with the settings and the defaults of the code; another test has those of HTTP/2. */
class LimitsPageTest {
    private static final Path PAGE = Path.of("../docs/operations/limits.md");
    /** The settings that limit something. */
    private static final Pattern LIMIT =
            Pattern.compile("server\\.(max-.*|min-.*|(idle|head|body|answer)-timeout|event-keep-alive)"
                    + "|session\\.max-(sessions|new-per-address|size)");

    private record Row(String name, String setting, String defaultValue) {}

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 8
                    && !cells[1].contains("---")
                    && !cells[1].strip().equals("Limit")) {
                rows.add(new Row(cells[1].strip(), cells[2].strip().replace("`", ""), cells[3].strip()));
            }
        }
        return rows;
    }

    private static String defaultOf(String name) throws IOException {
        return rows().stream()
                .filter(row -> row.name().equals(name))
                .map(Row::defaultValue)
                .collect(Collectors.joining());
    }

    @Test
    void listsEveryLimitThatASettingChangesWithItsDefault() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        Stream.of(SettingsLoader.SERVER, SessionSettings.KNOWN)
                .flatMap(List::stream)
                .filter(setting -> LIMIT.matcher(setting.key()).matches())
                .forEach(setting -> settings.put(setting.key(), setting.defaultValue()));
        Map<String, String> listed = new TreeMap<>();
        rows().stream()
                .filter(row -> !row.setting().isEmpty())
                .forEach(row -> listed.put(row.setting(), row.defaultValue()));

        assertEquals(settings, listed);
    }

    @Test
    void listsTheSettingOfEachCounter() throws IOException {
        TreeSet<String> listed = rows().stream().map(Row::setting).collect(Collectors.toCollection(TreeSet::new));
        Stream.of(ServerLimit.values()).forEach(limit -> assertTrue(listed.contains(limit.setting()), limit.setting()));
    }

    @Test
    void hasTheDefaultsThatNoSettingChanges() throws IOException {
        EngineOptions options = EngineOptions.of(Listener.http("127.0.0.1", 0));
        assertEquals(
                options.drainBytes() / 1024 + " KiB", defaultOf("unread content that is skipped to keep a connection"));
        assertEquals(
                Integer.toString(options.maxBlockingTasks()),
                defaultOf("tasks that may block, running or waiting for a thread"));
        assertEquals(
                Integer.toString(options.blockingThreads()),
                defaultOf("threads for tasks that may block, before JDK 21"));
        assertEquals(
                options.maxPendingBytesPerConnection() / 1024 / 1024 + " MiB",
                defaultOf("response bytes that wait for a client of HTTP/2"));
        assertEquals(
                "1/" + Runtime.getRuntime().maxMemory() / options.maxPendingBytes() + " of the heap",
                defaultOf("response bytes that wait for clients"));
    }

    /** A process whose heap is exhausted ends only with the option. */
    @Test
    void eachCommandThatStartsAnApplicationHasTheOptionForAnExhaustedHeap() throws IOException {
        Pattern command = Pattern.compile("\\bjava\\b[^`\\n]*-jar ");
        List<String> without = new ArrayList<>();
        int found = 0;
        for (String file : List.of(
                "README.md",
                "docs/guide.md",
                "docs/operations/alone.md",
                "docs/operations/systemd.md",
                "archetype/src/main/resources/archetype-resources/README.md",
                "archetype/src/main/resources/archetype-resources/src/main/systemd/__artifactId__.service",
                "example-chat/src/main/systemd/chat.service",
                "example-chat/src/main/scripts/upgrade")) {
            String text = Files.readString(Path.of("..", file)).replace("\\\n", "");
            for (String line : text.split("\n")) {
                if (command.matcher(line).find()) {
                    found++;
                    if (!line.contains("-XX:+ExitOnOutOfMemoryError")) {
                        without.add(file + ": " + line);
                    }
                }
            }
        }
        assertEquals(List.of(), without);
        assertTrue(found >= 6, found + " commands");
    }
}
