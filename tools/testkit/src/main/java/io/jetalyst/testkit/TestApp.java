package io.jetalyst.testkit;

import static java.util.Objects.requireNonNull;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.security.Identity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A JUnit extension that starts an application on a free port of 127.0.0.1 and passes clients to the test methods.
 *
 * <pre>{@code
 * class ChatTest {
 *     @RegisterExtension
 *     static final TestApp app = TestApp.of(ChatApp::app); // static App app(String... args)
 *
 *     @Test
 *     void publishesMessageToEveryMember(TestSockets sockets) {
 *         TestSocket ada = sockets.open("/chat/lobby?name=Ada");
 *         TestSocket bob = sockets.open("/chat/lobby?name=Bob");
 *         ada.sendJson(new Say("hi"));
 *         assertEquals("hi", bob.await(Said.class).text());
 *     }
 *
 *     @Test
 *     void servesPageOnSamePath(TestHttp http) {
 *         assertTrue(http.get("/chat/lobby").expect(200).body().contains("<h1>Lobby</h1>"));
 *     }
 * }
 * }</pre>
 *
 * <p>If the field is static, one application runs for all tests of the class and its nested classes. If it is an instance field, each test
 * starts its own. Test methods, life-cycle methods and constructors may take a {@link TestHttp}, a {@link TestSockets} and the
 * {@link RunningApp}. The extension closes the sockets and the streams that a test opens when the test ends, and those that
 * {@code @BeforeAll} opens after the last test. A class may declare only one {@code TestApp}, because JUnit cannot choose between two.
 *
 * <p>No client waits longer than the {@linkplain #timeout timeout}, which is 10 seconds unless the test sets another. A wait that times
 * out fails the test; the message says what was expected and what was received instead.
 */
public final class TestApp implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(TestApp.class);

    private final Function<String[], App> application;
    private final List<String> settings;
    private final Duration limit;
    private final boolean hasIdentities;

    private TestApp(Function<String[], App> application, List<String> settings, Duration limit, boolean hasIdentities) {
        this.application = requireNonNull(application);
        this.settings = List.copyOf(settings);
        this.limit = limit;
        this.hasIdentities = hasIdentities;
    }

    /**
     * Returns an extension for this application.
     *
     * @param application builds the application from the command-line arguments, which it passes to {@link App.Builder#args}
     * @param settings further arguments such as {@code --mode=dev} or {@code --chat.seats=2}; the extension sets port and host
     */
    public static TestApp of(Function<String[], App> application, String... settings) {
        return new TestApp(application, List.of(settings), Limited.DEFAULT, false);
    }

    /** Returns the same extension with another timeout for every wait of its clients. */
    public TestApp timeout(Duration timeout) {
        return new TestApp(application, settings, timeout, hasIdentities);
    }

    /**
     * Returns the same extension with an authenticator that is asked before those of the application, so that {@link TestHttp#as(Identity)} gives
     * clients an identity without a login.
     *
     * <pre>{@code
     * @RegisterExtension
     * static final TestApp app = TestApp.of(ShopApp::app).withIdentities();
     *
     * http.as(Identity.of("ann", "admin")).delete("/articles/7").expect(204);
     * }</pre>
     */
    public TestApp withIdentities() {
        return new TestApp(application, settings, limit, true);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        served(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        served(context);
    }

    /** Sockets opened in a constructor belong to the test of that instance, and are closed with it. */
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
        TestHttp http = new TestHttp(served.transport(), open(context), served.identities(), List.of());
        return type == TestHttp.class ? http : new TestSockets(http, open(context));
    }

    /** Returns the application of this context or of an enclosing one; otherwise starts one, which this context stops. */
    private Served served(ExtensionContext context) {
        return context.getStore(NAMESPACE).computeIfAbsent(this, TestApp::start, Served.class);
    }

    /** Each context closes the connections that were opened in it. */
    private OpenConnections open(ExtensionContext context) {
        Store store = context.getStore(NAMESPACE);
        Owner owner = new Owner(this, context.getUniqueId());
        return store.computeIfAbsent(owner, first -> new OpenConnections(), OpenConnections.class);
    }

    private Served start() {
        List<String> arguments = new ArrayList<>(List.of("--host=127.0.0.1", "--port=0"));
        arguments.addAll(settings);
        App built = application.apply(arguments.toArray(String[]::new));
        TestIdentities identities = hasIdentities ? new TestIdentities() : null;
        RunningApp app = (identities == null ? built : built.askingFirst(identities)).start();
        if (app.settings().get("server.port").filter("0"::equals).isEmpty()) {
            app.close();
            throw new IllegalStateException("The application does not use the arguments of the test, " + arguments
                    + ". Pass them to the builder: TestApp.of(args -> App.builder().args(args).build()).");
        }
        return new Served(app, Transport.of(app, limit), identities);
    }

    private record Owner(TestApp app, String context) {}

    /** @param identities {@code null} if clients have no identities */
    private record Served(
            RunningApp app, Transport transport, @Nullable TestIdentities identities) implements AutoCloseable {
        @Override
        public void close() {
            app.close();
        }
    }
}
