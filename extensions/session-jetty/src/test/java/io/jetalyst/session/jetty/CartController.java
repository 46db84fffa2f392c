package io.jetalyst.session.jetty;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.NonBlocking;
import io.jetalyst.annotation.OnError;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.ResponseStatus;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.codec.UnsupportedTypeException;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.security.Identity;
import io.jetalyst.session.Session;
import io.jetalyst.session.SessionKey;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.sse.Event;
import io.jetalyst.sse.Events;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** The application of the tests: a cart, which pages and a socket share, and a user who signs in and out. */
@Controller
final class CartController {
    record Cart(List<String> articles) {
        Cart with(String article) {
            List<String> more = new ArrayList<>(articles);
            more.add(article);
            return new Cart(more);
        }
    }

    private static final SessionKey<Cart> CART = SessionKey.of("cart", Cart.class);
    private static final SessionKey<String> USER = SessionKey.of("user", String.class);

    private final Topic<String> topic;

    CartController(Topics topics) {
        topic = topics.topic("news", String.class);
    }

    @Get("/")
    String home() {
        return "home";
    }

    @Get("/quick")
    @NonBlocking
    String quick() {
        return "quick";
    }

    @Get("/quick-failure")
    @NonBlocking
    String fail() {
        throw new IllegalArgumentException("a test");
    }

    @OnError(IllegalArgumentException.class)
    @ResponseStatus(409)
    String failed(Session session) {
        return "failed for " + user(session);
    }

    @Get("/cart")
    String cart(Session session) {
        return session.get(CART).map(cart -> String.join(",", cart.articles())).orElse("none");
    }

    @Post("/cart")
    String add(@FormParam String article, Session session) {
        session.put(CART, session.get(CART).orElse(new Cart(List.of())).with(article));
        return "added";
    }

    @Get("/value/{name}")
    String value(String name, Session session) {
        return session.get(SessionKey.of(name, String.class)).orElse("none");
    }

    @Post("/value/{name}")
    void store(String name, @FormParam String text, Session session) {
        session.put(SessionKey.of(name, String.class), text);
    }

    /** A class that no codec reads or writes. */
    static final class Plain {}

    @Post("/plain")
    String storePlain(Session session) {
        try {
            session.put(SessionKey.of("plain", Plain.class), new Plain());
            return "stored";
        } catch (UnsupportedTypeException unsupported) {
            return String.valueOf(unsupported.getMessage());
        }
    }

    @Post("/remove/{name}")
    void remove(String name, Session session) {
        session.remove(SessionKey.of(name, String.class));
    }

    @Get("/user")
    String user(Session session) {
        return session.get(USER).orElse("nobody");
    }

    @Get("/cached-user")
    Response cachedUser(Session session) {
        return Response.text(user(session)).header("Cache-Control", "max-age=60");
    }

    @Post("/sign-in")
    void signIn(@FormParam String user, Session session) {
        session.renewId();
        session.put(USER, user);
    }

    @Post("/sign-out")
    void signOut(Session session) {
        session.invalidate();
    }

    @Post("/sign-out-and-store")
    void signOutAndStore(Session session) {
        session.invalidate();
        session.put(CART, new Cart(List.of("new")));
    }

    @WebSocket("/socket")
    boolean socket(WebSocketHandshake handshake, Session session) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onOpen(socket -> socket.send("open")).onText((socket, text) -> {
            if (text.equals("sign out")) {
                session.invalidate();
            } else if (text.startsWith("put ")) {
                session.put(USER, text.substring(4));
                socket.send("stored");
            } else {
                socket.send(session.get(USER).orElse("nobody"));
            }
        });
        return true;
    }

    /** Uses the session in the handshake only. */
    @WebSocket("/open-with-session")
    boolean openWithSession(WebSocketHandshake handshake, Session session) {
        return open(handshake) && session.exists();
    }

    @Get("/events")
    Events<String> events(Session session) {
        return Events.of(topic).startingWith(() -> session.get(USER).orElse("nobody"));
    }

    /** Events without a topic; the stream waits without end. */
    @Get("/stream-events")
    Events<String> streamEvents(Session session) {
        return Events.of(Stream.concat(Stream.of(session.get(USER).orElse("nobody")), Stream.generate(() -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException end) {
                        throw new IllegalStateException(end);
                    }
                    return "never";
                }))
                .map(Event::of));
    }

    @Get("/identity-events")
    Events<String> identityEvents(Context context) {
        String name = context.identity().map(Identity::name).orElse("nobody");
        return Events.of(topic).startingWith(() -> name);
    }

    /** Another tab signs out while this method runs. */
    @Get("/signed-out-meanwhile/events")
    Events<String> eventsSignedOutMeanwhile(Request request, Session session) {
        String user = session.get(USER).orElse("nobody");
        signOutElsewhere(request);
        return Events.of(topic).startingWith(() -> user);
    }

    /** Another tab of the same browser signs out. */
    private static void signOutElsewhere(Request request) {
        new Browser(request.header("Cookie").orElseThrow())
                .post(URI.create("http://" + request.authority()), "/sign-out", "why", "test");
    }

    @Get("/open-events")
    Events<String> openEvents() {
        return Events.of(topic).startingWith(() -> "open");
    }

    @Post("/publish")
    void publish(@FormParam String text) {
        topic.publish(text);
    }

    /** Another tab signs out while this method runs. */
    @WebSocket("/signed-out-meanwhile")
    boolean signedOutMeanwhile(WebSocketHandshake handshake, Session session) {
        boolean isSignedIn = session.get(USER).isPresent();
        signOutElsewhere(handshake.request());
        return open(handshake) && isSignedIn;
    }

    /** Another tab signs out while this method runs, which reads the session once more. */
    @WebSocket("/signed-out-meanwhile/read-again")
    boolean signedOutAndReadAgain(WebSocketHandshake handshake, Session session) {
        boolean isSignedIn = session.get(USER).isPresent();
        signOutElsewhere(handshake.request());
        return open(handshake) && isSignedIn && session.get(USER).isEmpty();
    }

    /** The first message has the user of the handshake; each answer the user of that time. */
    @WebSocket("/user")
    boolean userSocket(WebSocketHandshake handshake, Session session) {
        String user = user(session);
        if (handshake.isRequested()) {
            handshake.onOpen(socket -> socket.send(user)).onText((socket, text) -> socket.send(user(session)));
            return true;
        }
        return false;
    }

    /** Another tab signs in while this method runs. */
    @Post("/renewed-meanwhile")
    String renewedMeanwhile(Request request, Session session) {
        String before = user(session);
        new Browser(request.header("Cookie").orElseThrow())
                .post(URI.create("http://" + request.authority()), "/sign-in", "user", "grace");
        return before;
    }

    /** The same, and this method uses the session once more. */
    @Post("/renewed-meanwhile/{action}")
    String useAfterRenewal(String action, Request request, Session session) {
        renewedMeanwhile(request, session);
        switch (action) {
            case "put" -> session.put(CART, new Cart(List.of("late")));
            case "sign-in" -> signIn("eve", session);
            case "sign-out" -> session.invalidate();
            default -> {}
        }
        return user(session);
    }

    /** The same during a handshake. */
    @WebSocket("/renewed-meanwhile/socket")
    boolean renewedMeanwhile(WebSocketHandshake handshake, Request request, Session session) {
        renewedMeanwhile(request, session);
        return handshake.isRequested();
    }

    @WebSocket("/open")
    boolean open(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onText((socket, text) -> socket.send(text));
        return true;
    }
}
