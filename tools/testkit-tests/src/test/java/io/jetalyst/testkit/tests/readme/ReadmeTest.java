package io.jetalyst.testkit.tests.readme;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import io.jetalyst.testkit.tests.Club;
import io.jetalyst.testkit.tests.Command;
import io.jetalyst.testkit.tests.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README shows is the source of this package, so it compiles and passes, and what a failing test prints. */
class ReadmeTest {
    private static final Path SOURCES = Path.of("src/test/java/io/jetalyst/testkit/tests/readme");

    @RegisterExtension
    static final TestApp APP = TestApp.of(Club::app);

    @ParameterizedTest
    @CsvSource({"HelloController.java,@Controller", "HelloTest.java,class HelloTest"})
    void isTrue(String file, String begin) throws Exception {
        String source = Files.readString(SOURCES.resolve(file));
        assertShows("```java\n" + source.substring(source.indexOf(begin)) + "```\n");
    }

    @Test
    void testsFailLikeThat(TestSockets sockets) throws Exception {
        TestSocket ada = sockets.open("/club/events?who=Ada").send(new Command.Leave(4001));
        AssertionError failure = assertThrows(AssertionError.class, () -> ada.await(Event.Said.class));
        assertShows("```\n" + failure.getMessage() + "\n```\n");
    }

    private static void assertShows(String block) throws IOException {
        String readme = Files.readString(Path.of("../../README.md"));
        assertTrue(readme.contains(block), () -> "README.md does not show this:\n" + block);
    }
}
