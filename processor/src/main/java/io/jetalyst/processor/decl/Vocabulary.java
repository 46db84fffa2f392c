package io.jetalyst.processor.decl;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that the processor knows of annotations and of types in signatures. It compiles against none of them; a test proves
 * that each exists.
 */
public final class Vocabulary {
    public static final String CONTROLLER = "io.jetalyst.annotation.Controller";
    public static final String ERROR_HANDLERS = "io.jetalyst.annotation.ErrorHandlers";
    public static final String ON_ERROR = "io.jetalyst.annotation.OnError";
    public static final String RESPONSE_STATUS = "io.jetalyst.annotation.ResponseStatus";
    public static final String PATH = "io.jetalyst.annotation.Path";
    public static final String GET = "io.jetalyst.annotation.Get";
    public static final String POST = "io.jetalyst.annotation.Post";
    public static final String PUT = "io.jetalyst.annotation.Put";
    public static final String PATCH = "io.jetalyst.annotation.Patch";
    public static final String DELETE = "io.jetalyst.annotation.Delete";
    public static final String WEB_SOCKET = "io.jetalyst.annotation.WebSocket";
    public static final String FILTERED = "io.jetalyst.annotation.Filtered";
    public static final String NON_BLOCKING = "io.jetalyst.annotation.NonBlocking";
    public static final String ALLOW_CROSS_SITE = "io.jetalyst.annotation.AllowCrossSite";
    public static final String ALLOW_ORIGINS = "io.jetalyst.annotation.AllowOrigins";
    public static final String CONTENT_SECURITY_POLICY = "io.jetalyst.annotation.ContentSecurityPolicy";
    public static final String MAX_BODY = "io.jetalyst.annotation.MaxBody";
    public static final String PRODUCES = "io.jetalyst.annotation.Produces";
    public static final String CONSUMES = "io.jetalyst.annotation.Consumes";
    public static final String MESSAGES = "io.jetalyst.annotation.Messages";
    public static final String BODY = "io.jetalyst.annotation.Body";
    public static final String PARAMS = "io.jetalyst.annotation.Params";
    public static final String CONVERT_WITH = "io.jetalyst.annotation.ConvertWith";
    public static final String KIND = "io.jetalyst.annotation.Kind";
    public static final String DISCRIMINATOR = "io.jetalyst.annotation.Discriminator";
    public static final String DEFAULT_VALUE = "io.jetalyst.annotation.DefaultValue";

    /** Annotations that say more about a route, or about all routes of a controller. */
    public static final List<String> TRAITS = List.of(
            FILTERED,
            NON_BLOCKING,
            ALLOW_CROSS_SITE,
            ALLOW_ORIGINS,
            CONTENT_SECURITY_POLICY,
            MAX_BODY,
            RESPONSE_STATUS,
            PRODUCES,
            CONSUMES);

    /** Annotations that change the JSON of sealed types. */
    public static final List<String> JSON_NAMES = List.of(KIND, DISCRIMINATOR);

    /** Annotations that make a method a route. */
    public static final List<String> ROUTES = List.of(GET, POST, PUT, PATCH, DELETE, WEB_SOCKET);

    /** Annotations that make a class one whose methods a table calls. */
    public static final List<String> CLASSES = List.of(CONTROLLER, ERROR_HANDLERS);

    /** Annotations of methods that a table calls. */
    public static final List<String> METHODS =
            Stream.concat(ROUTES.stream(), Stream.of(ON_ERROR)).toList();

    /** Annotations of routes whose requests have a body. */
    public static final List<String> WITH_BODY = List.of(POST, PUT, PATCH);

    /** Annotations of parameters. */
    public static final List<String> PARAMETERS = Stream.concat(
                    Source.annotations().stream(), Stream.of(BODY, PARAMS, CONVERT_WITH, DEFAULT_VALUE))
            .toList();

    private static final Set<String> SIMPLE_NAMES = Stream.of(CLASSES, List.of(PATH), TRAITS, METHODS, PARAMETERS)
            .flatMap(List::stream)
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .collect(Collectors.toUnmodifiableSet());

    /** Whether an annotation of this simple name is most likely meant to be one of these, and not imported. */
    public static boolean has(String simpleName) {
        return SIMPLE_NAMES.contains(simpleName);
    }

    /** The service that generated code about JSON types implements. */
    public static final String JSON_TYPES = "io.jetalyst.codec.JsonTypes";

    /** The annotation by which a user's own annotation is kept for filters. */
    public static final String ROUTE_METADATA = "io.jetalyst.annotation.RouteMetadata";

    /** The annotation that declares the roles of an application. */
    public static final String ROLES = "io.jetalyst.annotation.Roles";

    public static final String ROLES_ALLOWED = "jakarta.annotation.security.RolesAllowed";
    public static final String PERMIT_ALL = "jakarta.annotation.security.PermitAll";
    public static final String DENY_ALL = "jakarta.annotation.security.DenyAll";

    /** The annotations of the same package that have no effect. */
    public static final String RUN_AS = "jakarta.annotation.security.RunAs";

    public static final String DECLARE_ROLES = "jakarta.annotation.security.DeclareRoles";

    /** The annotations that decide the clients of a route. */
    public static final List<String> ACCESS = List.of(ROLES_ALLOWED, PERMIT_ALL, DENY_ALL);

    /** Packages of other annotations that are read, each with the dot behind it. */
    public static final List<String> FOREIGN = List.of("jakarta.annotation.security.", "jakarta.validation.");

    /** The annotations by which an annotation of any package is read. */
    public static final List<String> META = List.of(ROUTE_METADATA, "jakarta.validation.Constraint");

    /** The method of a converter. */
    public static final String CONVERT = "convert";

    public static final String VALUE = "value";

    /** The member of {@code @FormParam} that limits a file. */
    public static final String MAX_BYTES = "maxBytes";

    public static final String ORIGINS = "origins";
    /** Further members of {@code @AllowOrigins}. */
    public static final String CREDENTIALS = "credentials";

    public static final String HEADERS = "headers";
    public static final String EXPOSED = "exposed";
    public static final String MAX_AGE_SECONDS = "maxAgeSeconds";

    public static final String SUBPROTOCOLS = "subprotocols";
    public static final String SUBPROTOCOL_REQUIRED = "subprotocolRequired";

    public static final String OVERFLOW = "overflow";
    public static final String COMPRESSION = "compression";

    /** Members of {@code @WebSocket} that are limits, in the order in which they are written. */
    public static final List<String> LIMITS =
            List.of("maxMessageBytes", "messagesPerSecond", "maxQueuedBytes", "idleTimeoutSeconds");

    /** The values of {@link #OVERFLOW}, the default first. */
    public static final List<String> OVERFLOWS = List.of("CLOSE", "DROP_OLDEST", "FAIL");

    /** The values of {@link #COMPRESSION}, the default first. */
    public static final List<String> COMPRESSIONS = List.of("NONE", "NO_CONTEXT_TAKEOVER", "CONTEXT_TAKEOVER");

    public static final String REQUEST = "io.jetalyst.http.Request";
    public static final String IDENTITY = "io.jetalyst.security.Identity";
    public static final String BROWSER_SESSION = "io.jetalyst.session.Session";
    public static final String FLASH = "io.jetalyst.http.Flash";
    public static final String RESPONSE = "io.jetalyst.http.Response";
    public static final String REPLY = "io.jetalyst.http.Reply";
    public static final String STATUS = "io.jetalyst.http.Status";
    public static final String RESULT = "io.jetalyst.http.Result";
    public static final String UPLOADED_FILE = "io.jetalyst.body.UploadedFile";
    public static final String SUBMITTED = "io.jetalyst.body.Submitted";
    public static final String FILTER = "io.jetalyst.filter.Filter";
    public static final String CONTEXT = "io.jetalyst.filter.Context";
    public static final String ROUTE_TABLE = "io.jetalyst.table.RouteTable";
    public static final String HANDSHAKE = "io.jetalyst.socket.WebSocketHandshake";
    public static final String SESSION = "io.jetalyst.socket.WebSocketSession";
    public static final String EVENT = "io.jetalyst.sse.Event";
    public static final String EVENTS = "io.jetalyst.sse.Events";
    public static final String VIEW = "io.jetalyst.view.View";
    public static final String JTE_MODEL = "gg.jte.models.runtime.JteModel";

    private Vocabulary() {}
}
