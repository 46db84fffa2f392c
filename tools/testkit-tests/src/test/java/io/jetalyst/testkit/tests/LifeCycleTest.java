package io.jetalyst.testkit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** When applications start and stop, and sockets close. Runs the classes below as JUnit does. */
class LifeCycleTest {
    private static final List<RunningApp> APPS = new ArrayList<>();
    private static Doors doors = new Doors();

    @BeforeEach
    void forget() {
        APPS.clear();
        doors = new Doors();
    }

    private static TestExecutionSummary run(Class<?> tests) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(tests))
                                .build(),
                        summary);
        return summary.getSummary();
    }

    private static void assertPasses(int count, Class<?> tests) {
        TestExecutionSummary summary = run(tests);
        summary.getFailures().forEach(failure -> {
            throw new AssertionError(failure.getTestIdentifier().getDisplayName(), failure.getException());
        });
        assertEquals(count, summary.getTestsSucceededCount());
    }

    private static String failure(Class<?> tests) {
        List<TestExecutionSummary.Failure> failures = run(tests).getFailures();
        assertEquals(1, failures.size());
        return failures.get(0).getException().getMessage();
    }

    private static void assertStopped() {
        for (RunningApp app : APPS) {
            assertThrows(java.io.IOException.class, () -> new java.net.Socket("127.0.0.1", app.port()).close());
        }
    }

    @Test
    void runsOneApplicationPerClassFromAStaticField() {
        assertPasses(3, OneForAll.class);
        assertEquals(3, APPS.size());
        assertEquals(1, new HashSet<>(APPS).size());
        assertStopped();
    }

    static class OneForAll {
        @RegisterExtension
        static final TestApp APP = TestApp.of(args -> Club.app(doors, args));

        private static TestSocket early;

        @BeforeAll
        static void openEarly(TestSockets sockets) {
            early = sockets.open("/club/echo");
        }

        @AfterEach
        void keepsSocketsThatBeforeAllOpened() {
            assertEquals("hi", early.send("hi").next(String.class));
        }

        @Test
        void one(RunningApp app) {
            APPS.add(app);
        }

        @Test
        void two(RunningApp app) {
            APPS.add(app);
        }

        @Nested
        class Inner {
            @Test
            void three(RunningApp app) {
                APPS.add(app);
            }
        }
    }

    @Test
    void runsOneApplicationPerTestFromAnInstanceField() {
        assertPasses(2, OneForEach.class);
        assertEquals(2, new HashSet<>(APPS).size());
        assertStopped();
    }

    static class OneForEach {
        @RegisterExtension
        final TestApp app = TestApp.of(Club::app);

        @BeforeEach
        void remember(RunningApp running) {
            APPS.add(running);
        }

        @Test
        void one(TestHttp http) {
            http.get("/club/guest/Ada").expect(200);
        }

        @Test
        void two(TestHttp http) {
            http.get("/club/guest/Ada").expect(200);
        }
    }

    @Test
    void abortsSocketsWhenTheirTestEnds() {
        assertPasses(2, Sockets.class);
    }

    static class Sockets {
        @RegisterExtension
        static final TestApp APP = TestApp.of(args -> Club.app(doors, args));

        private static TestSocket before;

        private final TestSocket own;

        Sockets(TestSockets sockets) throws Exception {
            if (before != null) {
                for (int i = 0; i < 3; i++) {
                    assertNotNull(doors.next(), "a socket of the test before was not cut");
                }
            }
            assertTrue(doors.isEmpty());
            own = sockets.open("/club/echo");
        }

        @Test
        void one(TestSockets sockets) throws Exception {
            opens(sockets);
        }

        @Test
        void two(TestSockets sockets) throws Exception {
            opens(sockets);
        }

        private void opens(TestSockets sockets) throws Exception {
            before = sockets.open("/club/echo").send("hi");
            assertEquals("hi", before.next(String.class));
            assertEquals("hi", own.send("hi").next(String.class));
            sockets.raw("/club/echo");
        }
    }

    @Test
    void reportsWhyTheApplicationCannotStart() {
        assertEquals("There is no setting server.prot (--prot). Did you mean server.port?", failure(Misspelt.class));
    }

    static class Misspelt {
        @RegisterExtension
        static final TestApp APP = TestApp.of(Club::app, "--prot=1");

        @Test
        void never() {}
    }

    @Test
    void rejectsApplicationThatIgnoresItsArguments() {
        assertEquals(
                "The application does not use the arguments of the test, [--host=127.0.0.1, --port=0]."
                        + " Pass them to the builder: TestApp.of(args -> App.builder().args(args).build()).",
                failure(Deaf.class));
    }

    static class Deaf {
        @RegisterExtension
        static final TestApp APP = TestApp.of(args -> App.builder()
                .args("--port=" + FreePort.find())
                .mount(new ClubController_Routes())
                .bind(Doors.class, doors)
                .build());

        @Test
        void never() {}
    }
}
