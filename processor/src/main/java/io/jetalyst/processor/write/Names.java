package io.jetalyst.processor.write;

import com.palantir.javapoet.ClassName;

/** The types of the runtime that generated code names; a test proves that each exists. */
final class Names {
    static final ClassName BODY_READER = ClassName.get("io.jetalyst.codec", "BodyReader");
    static final ClassName BODY_RULE = ClassName.get("io.jetalyst.route", "BodyRule");
    static final ClassName BODY_WRITER = ClassName.get("io.jetalyst.codec", "BodyWriter");
    static final ClassName JSON_SHAPE = ClassName.get("io.jetalyst.codec", "JsonShape");
    static final ClassName JSON_TYPES = ClassName.get("io.jetalyst.codec", "JsonTypes");
    static final ClassName HTTP_METHOD = ClassName.get("io.jetalyst.http", "HttpMethod");
    static final ClassName RESULT = ClassName.get("io.jetalyst.http", "Result");
    static final ClassName BINDINGS = ClassName.get("io.jetalyst.table", "Bindings");
    static final ClassName CONTEXT = ClassName.get("io.jetalyst.filter", "Context");
    static final ClassName INVOKER = ClassName.get("io.jetalyst.table", "Invoker");
    static final ClassName ROUTE = ClassName.get("io.jetalyst.route", "Route");
    static final ClassName ROUTE_ANNOTATION = ClassName.get("io.jetalyst.route", "RouteAnnotation");
    static final ClassName ERROR_HANDLER = ClassName.get("io.jetalyst.table", "ErrorHandler");
    static final ClassName ROUTE_TABLE = ClassName.get("io.jetalyst.table", "RouteTable");
    static final ClassName SOCKET_OPTIONS = ClassName.get("io.jetalyst.socket", "SocketOptions");
    static final ClassName SOCKET_LIMIT = ClassName.get("io.jetalyst.socket", "SocketLimit");
    static final ClassName OVERFLOW = ClassName.get("io.jetalyst.socket", "SocketOptions", "Overflow");
    static final ClassName COMPRESSION = ClassName.get("io.jetalyst.socket", "SocketOptions", "Deflate");
    static final ClassName HANDSHAKE = ClassName.get("io.jetalyst.socket", "WebSocketHandshake");
    static final ClassName MESSAGE_LISTENER = HANDSHAKE.nestedClass("MessageListener");
    static final ClassName SESSION = ClassName.get("io.jetalyst.socket", "WebSocketSession");
    static final ClassName CONVERTERS = ClassName.get("io.jetalyst.support", "Converters");
    static final ClassName TIME_CONVERTERS = ClassName.get("io.jetalyst.support", "TimeConverters");
    static final ClassName PRIMITIVE_ARRAYS = ClassName.get("io.jetalyst.support", "PrimitiveArrays");
    static final ClassName PARAMS = ClassName.get("io.jetalyst.support", "Params");
    static final ClassName RESULTS = ClassName.get("io.jetalyst.support", "Results");
    static final ClassName VALIDATION = ClassName.get("io.jetalyst.validate", "Validation");
    static final ClassName TYPES = ClassName.get("io.jetalyst.support", "Types");

    /** A class of the jte extension, which is present if a controller returns a model of jte. */
    static final ClassName JTE_VIEWS = ClassName.get("io.jetalyst.views.jte", "JteViews");

    static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

    /** The name of the processor in the tables that it generates. */
    static final String PROCESSOR = "io.jetalyst.processor.JetalystProcessor";

    /** The same for listeners to messages. */
    static final String MESSAGES_PROCESSOR = "io.jetalyst.processor.MessagesProcessor";

    /** The format of the tables that the processor generates; the runtime's {@code RouteTable.FORMAT}. */
    static final int FORMAT = 1;

    private Names() {}
}
