package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.ClassRef;
import java.util.List;

/** The types of the runtime that generated code names; a test proves that each exists. */
final class Names {
    static final ClassRef BODY_READER = of("io.jetalyst.codec", "BodyReader");
    static final ClassRef BODY_RULE = of("io.jetalyst.route", "BodyRule");
    static final ClassRef CORS_RULE = of("io.jetalyst.route", "CorsRule");
    static final ClassRef BODY_WRITER = of("io.jetalyst.codec", "BodyWriter");
    static final ClassRef JSON_SHAPE = of("io.jetalyst.codec", "JsonShape");
    static final ClassRef JSON_TYPES = of("io.jetalyst.codec", "JsonTypes");
    static final ClassRef RESULT = of("io.jetalyst.http", "Result");
    static final ClassRef BINDINGS = of("io.jetalyst.table", "Bindings");
    static final ClassRef CONTEXT = of("io.jetalyst.filter", "Context");
    static final ClassRef FILTER_FACTORY = of("io.jetalyst.table", "FilterFactory");
    static final ClassRef INVOKER = of("io.jetalyst.table", "Invoker");
    static final ClassRef ROUTE = of("io.jetalyst.route", "Route");
    static final ClassRef ROUTE_ANNOTATION = of("io.jetalyst.route", "RouteAnnotation");
    static final ClassRef ERROR_HANDLER = of("io.jetalyst.table", "ErrorHandler");
    static final ClassRef ROUTE_TABLE = of("io.jetalyst.table", "RouteTable");
    static final ClassRef SOCKET_OPTIONS = of("io.jetalyst.socket", "SocketOptions");
    static final ClassRef SOCKET_LIMIT = of("io.jetalyst.socket", "SocketLimit");
    static final ClassRef OVERFLOW = of("io.jetalyst.socket", "SocketOptions", "Overflow");
    static final ClassRef COMPRESSION = of("io.jetalyst.socket", "SocketOptions", "Deflate");
    static final ClassRef HANDSHAKE = of("io.jetalyst.socket", "WebSocketHandshake");
    static final ClassRef MESSAGE_LISTENER = HANDSHAKE.nested("MessageListener");
    static final ClassRef LINK = of("io.jetalyst.http", "Link");
    static final ClassRef COLLECTION = of("java.util", "Collection");
    static final ClassRef SESSION = of("io.jetalyst.socket", "WebSocketSession");
    static final ClassRef CONVERTERS = of("io.jetalyst.support", "Converters");
    static final ClassRef TIME_CONVERTERS = of("io.jetalyst.support", "TimeConverters");
    static final ClassRef PRIMITIVE_ARRAYS = of("io.jetalyst.support", "PrimitiveArrays");
    static final ClassRef PARAMS = of("io.jetalyst.support", "Params");
    static final ClassRef RESULTS = of("io.jetalyst.support", "Results");
    static final ClassRef VALIDATION = of("io.jetalyst.validate", "Validation");
    static final ClassRef TYPES = of("io.jetalyst.support", "Types");

    /** A class of the jte extension, which is present if a controller returns a model of jte. */
    static final ClassRef JTE_VIEWS = of("io.jetalyst.views.jte", "JteViews");

    static final ClassRef GENERATED = of("javax.annotation.processing", "Generated");

    /** The name of the processor in the tables that it generates. */
    static final String PROCESSOR = "io.jetalyst.processor.JetalystProcessor";

    /** The same for listeners to messages. */
    static final String MESSAGES_PROCESSOR = "io.jetalyst.processor.MessagesProcessor";

    /** The format of the tables that the processor generates; the runtime's {@code RouteTable.FORMAT}. */
    static final int FORMAT = 1;

    private Names() {}

    private static ClassRef of(String packageName, String... simpleNames) {
        return new ClassRef(packageName, List.of(simpleNames));
    }
}
