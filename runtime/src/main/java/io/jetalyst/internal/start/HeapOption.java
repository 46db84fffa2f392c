package io.jetalyst.internal.start;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks that the process ends when its heap is exhausted. */
public final class HeapOption {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.start");
    /** The variables from which the JVM and its launcher take more options. */
    private static final List<String> VARIABLES = List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

    /** {@code HeapDumpOnOutOfMemoryError} is none of them: the process goes on after it has written the file. */
    private static final Pattern ENDING =
            Pattern.compile("-XX:(?:\\+(?:Exit|Crash)OnOutOfMemoryError|OnOutOfMemoryError=)");

    private HeapOption() {}

    /** Logs a warning if this process goes on after an {@link OutOfMemoryError}. */
    public static void check() {
        ProcessHandle.current().info().arguments().ifPresent(arguments -> {
            if (!isSet(List.of(arguments), System.getenv())) {
                LOG.warn(
                        "Start the process with -XX:+ExitOnOutOfMemoryError, and let a supervisor start it again: when its heap is"
                                + " exhausted, it may stop answering without ending");
            }
        });
    }

    /** Whether one of the options that end the process is set, or options may be in a file that is not read here. */
    static boolean isSet(List<String> arguments, Map<String, String> environment) {
        Stream<String> variables = VARIABLES.stream().map(name -> environment.getOrDefault(name, ""));
        return Stream.concat(arguments.stream(), variables)
                .anyMatch(text -> text.startsWith("@") || ENDING.matcher(text).find());
    }
}
