package io.jetalyst.internal.pipeline;

import io.jetalyst.engine.Rejections;
import io.jetalyst.http.Request;
import io.jetalyst.internal.body.BodyOptions;
import io.jetalyst.internal.compression.Compression;
import io.jetalyst.internal.failure.ErrorHandlers;
import io.jetalyst.internal.failure.RequestLanguages;
import io.jetalyst.internal.headers.HeaderOptions;
import io.jetalyst.internal.health.HealthEndpoint;
import io.jetalyst.internal.httpsession.Sessions;
import io.jetalyst.internal.limit.HandshakeRate;
import io.jetalyst.internal.observe.Observers;
import io.jetalyst.internal.origin.OriginRule;
import io.jetalyst.internal.proxy.Forwarding;
import io.jetalyst.internal.proxy.HostRule;
import io.jetalyst.internal.proxy.HttpsRule;
import io.jetalyst.internal.proxy.LocalClient;
import io.jetalyst.internal.security.Authentication;
import io.jetalyst.route.CorsRule;
import io.jetalyst.view.Assets;
import io.jetalyst.view.ErrorPages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Options of a pipeline. Immutable: a method that sets an option returns a copy. */
public final class PipelineOptions {
    /** The number of handshakes in a second unless a setting changes it. */
    public static final int HANDSHAKES_PER_SECOND = 2000;

    private final Values values;

    private PipelineOptions(Values values) {
        this.values = values;
    }

    /** Options with the default limits. */
    public static PipelineOptions defaults() {
        return new PipelineOptions(new Values());
    }

    /** The time from reading a request to its response, after which the pipeline sends 503. */
    Duration answerTimeout() {
        return values.answerTimeout;
    }

    /** The limits of bodies. */
    BodyOptions bodies() {
        return values.bodies;
    }

    /** Restores the request that the client sent. */
    Forwarding forwarding() {
        return values.forwarding;
    }

    /** The hosts that the application answers for. */
    HostRule hosts() {
        return values.hosts;
    }

    /** Decides whether requests without TLS are redirected. */
    HttpsRule https() {
        return values.https;
    }

    /** The security header fields. */
    HeaderOptions headers() {
        return values.headers;
    }

    /** The rule for pages of other origins; {@code null} if there is none. */
    @Nullable
    CorsRule cors() {
        return values.cors;
    }

    /** Decides the pages that may open a WebSocket and send requests that change something. */
    OriginRule origins() {
        return values.origins;
    }

    /** The methods that handle the exceptions of all controllers and filters. */
    ErrorHandlers errors() {
        return values.errors;
    }

    /** The application's pages for errors. */
    ErrorPages pages() {
        return values.pages;
    }

    /** The static files that the pages for errors can name. */
    Assets assets() {
        return values.assets;
    }

    /** Decides the languages of clients. */
    RequestLanguages languages() {
        return values.languages;
    }

    /** The time between two comments of server-sent events. */
    Duration eventKeepAlive() {
        return values.eventKeepAlive;
    }

    /** Answers the health checks. */
    HealthEndpoint health() {
        return values.health;
    }

    /** Counts what the server rejects. */
    Rejections rejections() {
        return values.rejections;
    }

    /** Limits the handshakes of all clients. */
    HandshakeRate handshakes() {
        return values.handshakes;
    }

    /** Compresses responses; {@code null} if they are sent as they are. */
    @Nullable
    Compression compression() {
        return values.compression;
    }

    /** The observers are notified of each request. */
    Observers observers() {
        return values.observers;
    }

    /** Asks the authenticators of the application. */
    Authentication authentication() {
        return values.authentication;
    }

    /** The sessions of browsers. */
    Sessions sessions() {
        return values.sessions;
    }

    /** Whether the response to this request, whose client was restored, may have details of failures. */
    boolean showsDetails(Request request) {
        return values.development && LocalClient.hasSent(request, values.forwarding.fields());
    }

    /** Whether to log the handlers that block the engine's thread, and to send details of failures. */
    boolean development() {
        return values.development;
    }

    public PipelineOptions answerTimeout(Duration timeout) {
        return with(changed -> changed.answerTimeout = timeout);
    }

    public PipelineOptions bodies(BodyOptions limits) {
        return with(changed -> changed.bodies = limits);
    }

    public PipelineOptions forwarding(Forwarding rule) {
        return with(changed -> changed.forwarding = rule);
    }

    public PipelineOptions hosts(HostRule rule) {
        return with(changed -> changed.hosts = rule);
    }

    public PipelineOptions https(HttpsRule rule) {
        return with(changed -> changed.https = rule);
    }

    public PipelineOptions headers(HeaderOptions fields) {
        return with(changed -> changed.headers = fields);
    }

    public PipelineOptions cors(@Nullable CorsRule rule) {
        return with(changed -> changed.cors = rule);
    }

    public PipelineOptions origins(OriginRule rule) {
        return with(changed -> changed.origins = rule);
    }

    public PipelineOptions errors(ErrorHandlers handlers) {
        return with(changed -> changed.errors = handlers);
    }

    public PipelineOptions pages(ErrorPages errorPages, Assets files) {
        return with(changed -> {
            changed.pages = errorPages;
            changed.assets = files;
        });
    }

    public PipelineOptions languages(RequestLanguages ofClients) {
        return with(changed -> changed.languages = ofClients);
    }

    public PipelineOptions eventKeepAlive(Duration interval) {
        return with(changed -> changed.eventKeepAlive = interval);
    }

    public PipelineOptions health(HealthEndpoint endpoint) {
        return with(changed -> changed.health = endpoint);
    }

    public PipelineOptions rejections(Rejections counter) {
        return with(changed -> changed.rejections = counter);
    }

    public PipelineOptions handshakes(HandshakeRate rate) {
        return with(changed -> changed.handshakes = rate);
    }

    public PipelineOptions compression(@Nullable Compression compressor) {
        return with(changed -> changed.compression = compressor);
    }

    public PipelineOptions observers(Observers notified) {
        return with(changed -> changed.observers = notified);
    }

    public PipelineOptions authentication(Authentication asked) {
        return with(changed -> changed.authentication = asked);
    }

    public PipelineOptions sessions(Sessions stored) {
        return with(changed -> changed.sessions = stored);
    }

    /** The same options in dev mode. */
    public PipelineOptions inDevelopment() {
        return with(changed -> changed.development = true);
    }

    private PipelineOptions with(Consumer<Values> change) {
        Values changed = values.copy();
        change.accept(changed);
        return new PipelineOptions(changed);
    }

    /** One value for each option. No two objects of {@link PipelineOptions} share one. */
    private static final class Values implements Cloneable {
        private Duration answerTimeout = Duration.ofSeconds(60);
        private BodyOptions bodies = BodyOptions.defaults();
        private Forwarding forwarding = Forwarding.NONE;
        private HostRule hosts = HostRule.any();
        private HttpsRule https = HttpsRule.none();
        private HeaderOptions headers = HeaderOptions.defaults();
        private @Nullable CorsRule cors;
        private OriginRule origins = new OriginRule(List.of(), false);
        private ErrorHandlers errors = ErrorHandlers.NONE;
        private ErrorPages pages = error -> Optional.empty();
        private Assets assets = name -> name;
        private RequestLanguages languages = RequestLanguages.OF_CLIENT;
        private Duration eventKeepAlive = Duration.ofSeconds(15);
        private HealthEndpoint health = HealthEndpoint.off();
        private Rejections rejections = new Rejections();
        private HandshakeRate handshakes = new HandshakeRate(HANDSHAKES_PER_SECOND, rejections);
        private @Nullable Compression compression;
        private Observers observers = Observers.NONE;
        private Authentication authentication = Authentication.NONE;
        private Sessions sessions = Sessions.NONE;
        private boolean development;

        Values copy() {
            try {
                return (Values) clone();
            } catch (CloneNotSupportedException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }
}
