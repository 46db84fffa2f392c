package io.jetalyst.internal.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeapOptionTest {
    @ParameterizedTest
    @CsvSource({
        "-XX:+ExitOnOutOfMemoryError, '', true",
        "-XX:+CrashOnOutOfMemoryError, '', true",
        "-XX:OnOutOfMemoryError=kill -9 %p, '', true",
        "-XX:-ExitOnOutOfMemoryError, '', false",
        "-XX:+HeapDumpOnOutOfMemoryError, '', false",
        "-Xmx64m, -XX:+HeapDumpOnOutOfMemoryError -XX:HeapDumpPath=/tmp, false",
        "-Xmx64m, -XX:-UseSerialGC -XX:+ExitOnOutOfMemoryError, true",
        "-Xmx64m, '', false",
        "-Xmx64m, -XX:+ExitOnOutOfMemoryError, true",
        "@options, '', true",
    })
    void findsTheOptionInArgumentsAndVariables(String argument, String variable, boolean expected) {
        assertEquals(
                expected,
                HeapOption.isSet(List.of("-jar", argument, "chat.jar"), Map.of("JAVA_TOOL_OPTIONS", variable)));
    }
}
