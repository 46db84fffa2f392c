package io.jetalyst.testkit.tests.guide;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.annotation.WebSocket;
import io.jetalyst.internal.start.ApplicationParts;
import io.jetalyst.internal.start.Banner;
import io.jetalyst.internal.start.Shutdown;
import io.jetalyst.internal.start.Started;
import io.jetalyst.internal.start.Starter;
import io.jetalyst.internal.systemd.Supervisor;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.testkit.tests.Page;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide to WebSockets shows sources of this package, which the other tests run, and the output of the server. */
class GuideTest {
    private static final Page GUIDE = Page.of("docs/sockets.md");

    static List<Page.Block> blocks() {
        return GUIDE.blocks();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void isTrue(Page.Block block) {
        block.assertFoundBeside(GuideTest.class);
    }

    /** A chat with JSON messages, rooms, joins and leaves is short. */
    @Test
    void showsAChatRoomOfAtMost16Lines() {
        Page.Block room = GUIDE.blocks().stream()
                .filter(block -> block.name().equals("RoomController.java"))
                .findFirst()
                .orElseThrow();

        assertTrue(room.code().startsWith("@Controller\n") && room.code().endsWith("\n}\n"), "the whole class");
        assertTrue(room.code().lines().filter(line -> !line.isBlank()).count() <= 16, room.code());
    }

    @ParameterizedTest
    @EnumSource
    void listsEveryCause(CloseStatus.Cause cause) {
        GUIDE.assertShows("\n| `" + cause + "` | ");
    }

    @ParameterizedTest
    @EnumSource
    void listsEveryLimit(SocketLimit limit) {
        String value = limit.defaultValue() + (limit.isDuration() ? "s" : "");
        GUIDE.assertShows("\n| `" + limit.setting() + "` | " + member(limit) + " | " + value + " | ");
    }

    /** The member of the annotation that overrides the setting, if there is one. */
    private static String member(SocketLimit limit) {
        String[] words = limit.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        boolean annotated = Stream.of(WebSocket.class.getDeclaredMethods())
                .map(Method::getName)
                .anyMatch(name.toString()::equals);
        return annotated ? "`" + name + "`" : "";
    }

    @Test
    void showsOutputOfDevMode() {
        Started started = Starter.start(new ApplicationParts(
                List.of("--port=0", "--mode=dev"),
                Map.of(),
                null,
                List.of(new CostController_Routes()),
                List.of(),
                List.of(),
                Map.of()));
        try {
            String banner = Banner.of(started, Duration.ZERO);
            int notes = banner.indexOf("  WEBSOCKET /notes");
            GUIDE.assertShows("```\n" + banner.substring(notes, banner.indexOf("  WEBSOCKET", notes + 2)) + "```\n");
        } finally {
            new Shutdown(started, Supervisor.none()).run(() -> {});
        }
    }
}
