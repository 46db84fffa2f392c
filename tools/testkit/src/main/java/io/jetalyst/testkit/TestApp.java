package io.jetalyst.testkit;

import static java.util.Objects.requireNonNull;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs an application for a test, on a free port of 127.0.0.1, and hands its clients to the test's methods.
 *
 * <pre>{@code
 * class ChatTest {
 *     @RegisterExtension
 *     static final TestApp app = TestApp.of(ChatApp::app); // static App app(String... args)
 *
 *     @Test
 *     void whatOneSaysAllHear(TestSockets sockets) {
 *         TestSocket ada = sockets.open("/chat/lobby?name=Ada");
 *         TestSocket bob = sockets.open("/chat/lobby?name=Bob");
 *         ada.send(new Say("hi"));
 *         assertEquals("hi", bob.await(Said.class).text());
 *     }
 *
 *     @Test
 *     void aRoomIsAPage(TestHttp http) {
 *         assertTrue(http.get("/chat/lobby").expect(200).body().contains("<h1>Lobby</h1>"));
 *     }
 * }
 * }</pre>
 *
 * <p>In a static field, the application runs from before the first test of the class until after the last, nested
 * classes included; in a field of the instance, each test has one of its own. Methods that JUnit calls, and
 * constructors, may take a {@link TestHttp}, a {@link TestSockets} and the {@link RunningApp} itself. What a test opens
 * is closed when it ends; what {@code @BeforeAll} opens, when the class does. A class has one {@code TestApp}: JUnit
 * refuses to choose between two.
 *
 * <p>Nothing waits for ever: what does not happen within a limit, of 10 seconds if {@link #timeout} sets no other, fails
 * the test and says what was waited for, and what came instead.
 */
public final class TestApp implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(TestApp.class);

    private final Function<String[], App> application;
    private final List<String> settings;
    private final Duration limit;

    private TestApp(Function<String[], App> application, List<String> settings, Duration limit) {
        this.application = requireNonNull(application);
        this.settings = List.copyOf(settings);
        this.limit = limit;
    }

    /**
     * Tests this application.
     *
     * @param application makes it of the arguments that {@code main} would get, and gives them to
     *     {@link App.Builder#args}
     * @param settings more arguments, such as {@code --mode=dev} or {@code --chat.seats=2}; port and host are set
     *     already
     */
    public static TestApp of(Function<String[], App> application, String... settings) {
        return new TestApp(application, List.of(settings), Limited.DEFAULT);
    }

    /** The same with another limit for everything a test waits for. */
    public TestApp timeout(Duration limit) {
        return new TestApp(application, settings, limit);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        served(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        served(context);
    }

    /** What a constructor takes belongs to the test that its instance is for, and is closed with it. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestHttp.class || type == TestSockets.class || type == RunningApp.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        Served served = served(context);
        if (type == RunningApp.class) {
            return served.app();
        }
        return type == TestHttp.class ? served.http() : sockets(context, served);
    }

    /** The one that runs in this context or one around it; otherwise starts one, which ends with this context. */
    private Served served(ExtensionContext context) {
        return context.getStore(NAMESPACE).computeIfAbsent(this, TestApp::start, Served.class);
    }

    /** Each context closes its own. */
    private TestSockets sockets(ExtensionContext context, Served served) {
        Store store = context.getStore(NAMESPACE);
        OpenSockets open = store.computeIfAbsent(
                new Owner(this, context.getUniqueId()), owner -> new OpenSockets(), OpenSockets.class);
        return new TestSockets(served.http(), open);
    }

    private Served start() {
        List<String> arguments = new ArrayList<>(List.of("--host=127.0.0.1", "--port=0"));
        arguments.addAll(settings);
        RunningApp app = application.apply(arguments.toArray(String[]::new)).start();
        if (app.settings().get("server.port").filter("0"::equals).isEmpty()) {
            app.close();
            throw new IllegalStateException("The application did not take the arguments of its test, " + arguments
                    + ". Give them to the builder: TestApp.of(args -> App.builder().args(args).build()).");
        }
        return new Served(app, new TestHttp(app, limit));
    }

    private record Owner(TestApp app, String context) {}

    private record Served(RunningApp app, TestHttp http) implements AutoCloseable {
        @Override
        public void close() {
            app.close();
        }
    }
}
