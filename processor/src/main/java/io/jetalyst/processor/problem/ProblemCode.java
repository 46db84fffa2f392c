package io.jetalyst.processor.problem;

/**
 * Everything that can be wrong, under a code that never changes its meaning. People search for the code, so a number that was
 * given once is not given again. {@code docs/problems.md} says more about each.
 */
public enum ProblemCode {
    PRIVATE_CONTROLLER("CONTROLLER-001"),
    NOT_A_CLASS("CONTROLLER-002"),
    INNER_CONTROLLER("CONTROLLER-003"),
    GENERIC_CONTROLLER("CONTROLLER-004"),
    AMBIGUOUS_CONSTRUCTOR("CONTROLLER-005"),
    CONSTRUCTOR_PARAMETER("CONTROLLER-006"),
    CONSTRUCTOR_THROWS("CONTROLLER-007"),
    NO_ROUTE("CONTROLLER-008", Severity.WARNING),
    TABLE_NAME_TAKEN("CONTROLLER-009"),
    TYPE_TOO_LATE("CONTROLLER-010", Severity.WARNING),

    NO_LEADING_SLASH("ROUTE-001"),
    TRAILING_SLASH("ROUTE-002"),
    EMPTY_SEGMENT("ROUTE-003"),
    DOT_SEGMENT("ROUTE-004"),
    FORBIDDEN_CHARACTER("ROUTE-005"),
    UNBALANCED_BRACES("ROUTE-006"),
    MIXED_SEGMENT("ROUTE-007"),
    VARIABLE_NAME("ROUTE-008"),
    DUPLICATE_VARIABLE("ROUTE-009"),
    TAIL_NOT_LAST("ROUTE-010"),
    SAME_SHAPE("ROUTE-011"),
    VARIABLE_WITHOUT_PARAMETER("ROUTE-012"),
    SEVERAL_VERBS("ROUTE-013"),
    ROUTE_OUTSIDE_CONTROLLER("ROUTE-014"),
    PATH_OUTSIDE_CONTROLLER("ROUTE-015"),

    PRIVATE_METHOD("METHOD-001"),
    STATIC_METHOD("METHOD-002"),
    GENERIC_METHOD("METHOD-003"),
    VARARGS_METHOD("METHOD-004"),
    INHERITED_NOT_PUBLIC("METHOD-005"),
    THROWS_THROWABLE("METHOD-006"),

    NO_SOURCE("PARAM-001"),
    UNSUPPORTED_TYPE("PARAM-002"),
    NO_SUCH_VARIABLE("PARAM-003"),
    TWO_SOURCES("PARAM-004"),
    DEFAULT_WITHOUT_QUERY("PARAM-005"),
    DEFAULT_ON_OPTIONAL("PARAM-006"),
    DEFAULT_NOT_CONVERTIBLE("PARAM-007"),
    NAME_UNKNOWN("PARAM-008"),
    SOURCE_NOT_NEEDED("PARAM-009"),
    PRIVATE_PARAMETER_TYPE("PARAM-010"),
    PARAMETER_OUTSIDE_ROUTE("PARAM-011"),

    NO_JSON_TYPE("RESULT-001"),
    NESTED_WRAPPER("RESULT-002"),
    PRIVATE_RESULT_TYPE("RESULT-003"),
    NOT_A_RESULT("RESULT-004"),

    SOCKET_RESULT("SOCKET-001"),
    NO_HANDSHAKE("SOCKET-002"),
    SECOND_HANDSHAKE("SOCKET-003"),
    HANDSHAKE_WITHOUT_SOCKET("SOCKET-004"),
    MALFORMED_ORIGIN("SOCKET-005"),
    MALFORMED_SUBPROTOCOL("SOCKET-006"),
    NO_SUBPROTOCOL_TO_REQUIRE("SOCKET-007"),
    SOCKET_WITHOUT_PAGE("SOCKET-008", Severity.WARNING),

    TABLE_NOT_PROVIDED("MODULE-001"),
    UNKNOWN_OPTION("OPTION-001"),
    OPTION_VALUE("OPTION-002"),
    CANNOT_WRITE("OUTPUT-001");

    private final String code;
    private final Severity severity;

    ProblemCode(String code) {
        this(code, Severity.ERROR);
    }

    ProblemCode(String code, Severity severity) {
        this.code = code;
        this.severity = severity;
    }

    /** What people search for, such as {@code ROUTE-012}. */
    public String code() {
        return code;
    }

    public Severity severity() {
        return severity;
    }
}
