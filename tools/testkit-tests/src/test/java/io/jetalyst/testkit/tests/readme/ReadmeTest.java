package io.jetalyst.testkit.tests.readme;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import io.jetalyst.testkit.tests.Club;
import io.jetalyst.testkit.tests.Command;
import io.jetalyst.testkit.tests.Event;
import io.jetalyst.testkit.tests.Page;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows is the source of this package, so it compiles and passes, and what a failing test prints. */
class ReadmeTest {
    private static final Page README = Page.of("README.md");

    @RegisterExtension
    static final TestApp APP = TestApp.of(Club::app);

    static Stream<Page.Block> blocks() {
        return README.blocks().stream().filter(Page.Block::hasSource);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void isTrue(Page.Block block) {
        block.assertStandsBeside(ReadmeTest.class);
    }

    @Test
    void showsFailureOfATest(TestSockets sockets) {
        TestSocket ada = sockets.open("/club/events?who=Ada").sendJson(new Command.Leave(4001));
        AssertionError failure = assertThrows(AssertionError.class, () -> ada.await(Event.Said.class));
        README.assertShows("```\n" + failure.getMessage() + "\n```\n");
    }
}
