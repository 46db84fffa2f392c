package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.RunningApp;
import io.jetalyst.testkit.TestApp;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A browser loads the scripts and styles of the chat once. */
class CachedFilesBrowserTest {
    private static final String FILES = """
            return performance.getEntriesByType('resource')
                .filter((entry) => entry.name.includes('/assets/') && %s)
                .map((entry) => entry.name);
            """;

    @RegisterExtension
    final TestApp app = TestApp.of(ChatApp::app);

    @Test
    void loadsFilesFromItsCacheForTheSecondPage(RunningApp chat) throws Exception {
        try (Browser ada = new Browser("Ada")) {
            ada.enter(chat.port(), "lobby");
            List<?> first = (List<?>) ada.run(FILES.formatted("entry.transferSize > 0"));
            assertTrue(first.size() > 10, "loaded: " + first);

            ada.enter(chat.port(), "tea-kitchen");
            assertEquals(List.of(), ada.run(FILES.formatted("entry.transferSize > 0")));
            List<?> cached = (List<?>) ada.run(FILES.formatted("entry.transferSize === 0"));
            assertTrue(cached.size() > 10, "from the cache: " + cached);
            ada.assertNoViolations();
        }
    }
}
