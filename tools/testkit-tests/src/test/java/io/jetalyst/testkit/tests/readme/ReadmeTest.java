package io.jetalyst.testkit.tests.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import io.jetalyst.testkit.tests.Club;
import io.jetalyst.testkit.tests.Command;
import io.jetalyst.testkit.tests.Event;
import io.jetalyst.testkit.tests.Page;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the README with the module {@code example-hello}, and with the chat room of the guide to sockets. The build compiles and tests
 * both.
 */
class ReadmeTest {
    private static final Page README = Page.of("README.md");
    private static final Pattern XML = Pattern.compile("<!-- dependencies -->\n```xml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern DEPENDENCY =
            Pattern.compile("<dependency>\\s*<groupId>.*?<artifactId>(.*?)</artifactId>", Pattern.DOTALL);

    @RegisterExtension
    static final TestApp APP = TestApp.of(Club::app);

    static Stream<Page.Block> blocks() {
        return README.blocks().stream().filter(Page.Block::hasSource);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void showsSourcesOfTheExample(Page.Block block) {
        String folder = block.name().endsWith("Test.java") ? "test" : "main";
        block.assertFoundIn(block.name().contains("/") ? "" : "example-hello/src/" + folder + "/java/hello");
    }

    @Test
    void listsTheDependenciesOfTheExample() {
        String listed =
                XML.matcher(README.text()).results().findFirst().orElseThrow().group(1);
        List<String> needed = artifacts(Page.of("example-hello/pom.xml").text().split("<!-- Makes the reactor")[0]);

        assertEquals(needed, artifacts(listed));
    }

    private static List<String> artifacts(String xml) {
        return DEPENDENCY
                .matcher(xml)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void showsHowATestFails(TestSockets sockets) {
        TestSocket ada = sockets.open("/club/events?who=Ada").sendJson(new Command.Leave(4001));
        AssertionError failure = assertThrows(AssertionError.class, () -> ada.await(Event.Said.class));
        README.assertShows("```\n" + failure.getMessage() + "\n```\n");
    }
}
