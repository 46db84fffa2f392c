package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.Source;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says how a method gets what it asked for with a parameter that no value of a request is converted to. */
final class ParamAdvice {
    private static final String SUPPORTED =
            "Supported are String, primitives and their boxes, enums, UUID, BigInteger, BigDecimal, java.time, URI,"
                    + " Locale, types with a static of(String) or @ConvertWith, and Optional, List, Set and arrays of"
                    + " these; Request, Context, Identity, Session and Flash.";

    private static final String BODY = "Write @Body if it is the body of the request.";

    private static final String NO_BODY = "Take the body in a @Post, @Put or @Patch method.";

    private static final Set<String> BODIES =
            Set.of("java.io.InputStream", "java.io.Reader", "java.io.BufferedReader", "java.nio.ByteBuffer");

    /** The types of the JDK that are meant for a file if they are the field of a form. */
    private static final Set<String> UPLOADS =
            Set.of("java.io.File", "java.nio.file.Path", "java.io.InputStream", "java.io.Reader");

    private static final Set<String> FILES = Set.of(
            "org.springframework.web.multipart.MultipartFile",
            "jakarta.servlet.http.Part",
            "io.micronaut.http.multipart.CompletedFileUpload");

    private static final Map<String, String> BOXED = Map.of(
            "java.util.OptionalInt", "Optional<Integer>",
            "java.util.OptionalLong", "Optional<Long>",
            "java.util.OptionalDouble", "Optional<Double>");

    /** How a text becomes a value of these types; the parameter's name stands for %s. */
    private static final Map<String, String> PARSED = Map.of(
            "java.io.File", "new File(%s)",
            "java.nio.charset.Charset", "Charset.forName(%s)",
            "java.nio.file.Path", "Path.of(%s)",
            "java.net.InetAddress", "InetAddress.getByName(%s)",
            "java.net.URL", "new URL(%s)",
            "java.util.Currency", "Currency.getInstance(%s)",
            "java.util.Date", "Date.from(Instant.parse(%s))",
            "java.util.TimeZone", "TimeZone.getTimeZone(%s)",
            "java.util.regex.Pattern", "Pattern.compile(%s)");

    /** The fix for the languages of the client, which Spring gives as a {@code Locale}. */
    private static final String LANGUAGES =
            "For the language of the client, take a Context (io.jetalyst.filter.Context), and call languages().best(…).";

    /** The types of the Servlet API and of the JDK that have a counterpart. */
    private static final Map<String, String> OF_JETALYST = Map.of(
            "io.jetalyst.http.AcceptLanguage", LANGUAGES,
            "java.security.Principal", "Take an Identity (io.jetalyst.security.Identity).",
            "jakarta.servlet.http.HttpSession", "Take a Session (io.jetalyst.session.Session).",
            "jakarta.servlet.http.HttpServletRequest", "Take a Request (io.jetalyst.http.Request).",
            "jakarta.servlet.http.HttpServletResponse", "Return a Response (io.jetalyst.http.Response).");

    private static final List<String> FOREIGN =
            List.of("jakarta.", "javax.", "org.springframework.", "io.micronaut.", "io.javalin.", "io.vertx.");

    private final TypeDecl controller;
    private final AnnotationDecl route;

    ParamAdvice(TypeDecl controller, AnnotationDecl route) {
        this.controller = controller;
        this.route = route;
    }

    /** The fix for a parameter of a type that is not supported. */
    String fix(ParamDecl param) {
        boolean sourced = Vocabulary.PARAMETERS.stream()
                .anyMatch(source -> param.annotation(source).isPresent());
        if (isBytes(param.type())) {
            return sourced
                    ? "Take @FormParam UploadedFile, whose method bytes(…) returns the content of a file."
                    : body(param);
        }
        return value(param.type())
                .map(type -> type instanceof TypeRef.Declared declared ? declared(param, declared, sourced) : SUPPORTED)
                .orElse("Give the type of its values, without wildcards and other holders: List<String>.");
    }

    /** The fix for a parameter with the name of a path variable. */
    String fixOfVariable(ParamDecl param) {
        if (param.type() instanceof TypeRef.Declared own
                && !own.name().packageName().startsWith("java")
                && !ParamModel.Role.of(own).isPresent()
                && own.facts().kind() != Kind.INTERFACE) {
            return factory(own);
        }
        return Shape.of(param.type()).isSeveral()
                ? "A path variable has one value: take it as one, and split it in the method."
                : fix(param);
    }

    /** The beginning of the fix for a parameter without a source. Other frameworks fill some types with a property of the client. */
    static String sources(ParamDecl param) {
        return is(param, "java.util.Locale") ? LANGUAGES + " For another locale, write " : "Write ";
    }

    /** Whether the type is most likely meant for a body. */
    static boolean isBytes(TypeRef type) {
        return type.equals(new TypeRef.Array(new TypeRef.Primitive("byte")));
    }

    /** The type of one value; empty if it is not known, or holds values itself. */
    private static Optional<TypeRef> value(TypeRef type) {
        Shape shape = Shape.of(type);
        return shape.element(type)
                .filter(element ->
                        shape == Shape.ONE || Shape.of(element) == Shape.ONE && !(element instanceof TypeRef.Wildcard));
    }

    private String declared(ParamDecl param, TypeRef.Declared type, boolean sourced) {
        String name = type.name().qualifiedName();
        if (type.is(Vocabulary.SESSION)) {
            return isSocket()
                    ? "Remove it: listeners receive the session, as in handshake.onOpen(session -> …)."
                    : "Write a @WebSocket method, whose listeners receive the session.";
        }
        if (type.is(Vocabulary.UPLOADED_FILE)) {
            return "Take it with @FormParam, alone or in an Optional or a List.";
        }
        boolean isOfForm = param.annotation(Source.FORM.annotation()).isPresent();
        if (FILES.contains(name) || isOfForm && UPLOADS.contains(name)) {
            return "Take @FormParam UploadedFile.";
        }
        if (BODIES.contains(name)) {
            return body(param);
        }
        if (BOXED.containsKey(name)) {
            return "Write " + BOXED.get(name) + ".";
        }
        boolean several = type.isA("java.util.Map") || type.isA("java.lang.Iterable") && !PARSED.containsKey(name);
        boolean many = several || Shape.of(param.type()).isSeveral();
        if (many && !sourced && hasBody()) {
            return BODY;
        }
        if (type.isA("java.util.Map") && isOfForm) {
            return "Take each field with @FormParam, or the whole body with @Body String.";
        }
        if (type.isA("java.util.Map")) {
            return "Take a Request, and call queryParams(\"…\") for each name.";
        }
        if (several) {
            return "Take a List or a Set.";
        }
        Optional<String> parse = parse(type);
        if (parse.isPresent()) {
            return "Take a String, and convert it in the method: "
                    + String.format(Locale.ROOT, parse.get(), param.name()) + ".";
        }
        if (OF_JETALYST.containsKey(name)) {
            return OF_JETALYST.get(name);
        }
        if (FOREIGN.stream().anyMatch(name::startsWith)) {
            return "Take a Request or a Context of Jetalyst: types of other frameworks are not known.";
        }
        if (name.startsWith("java.")) {
            return SUPPORTED;
        }
        if (RecordParser.hasSources(controller, type)) {
            return sourced
                    ? "Write only @Params: the components of the record say where they come from."
                    : "Write @Params.";
        }
        if (sourced && type.facts().kind() == Kind.RECORD && !type.facts().generic()) {
            return record(param, type);
        }
        return sourced ? factory(type) : own(type);
    }

    /** A text is one value, and a record has several. */
    private String record(ParamDecl param, TypeRef.Declared type) {
        String name = type.name().simpleName();
        String whole = " If one text has all of " + name + ", give it a static method of(String).";
        if (Shape.of(param.type()).isSeveral()) {
            return "Take a List of Optional for each component of " + name
                    + ", whose elements belong together by their index"
                    + (hasBody() ? ", or take the rows as JSON with @Body." : ".") + whole;
        }
        String source = Claim.of(param).stream()
                .findFirst()
                .map(claim -> claim.annotation().text())
                .orElse("the annotation of its source");
        return "Write @Params for the record, and " + source + " before each of its components." + whole;
    }

    private static String factory(TypeRef.Declared type) {
        return "Give " + type.name().simpleName()
                + " a static method of(String) that returns it, or name its converter with @ConvertWith.";
    }

    /** For a class of the application without an annotation. */
    private String own(TypeRef.Declared type) {
        boolean collaborator = type.facts().kind() != Kind.RECORD;
        String constructor = "A collaborator such as Topics is a parameter of the constructor.";
        if (isOfApplication(type)) {
            return "It belongs to the application, and not to a request: take it in the constructor of "
                    + controller.name().simpleName() + ".";
        }
        if (hasBody()) {
            return BODY + (collaborator ? " " + constructor : "");
        }
        return collaborator
                ? constructor + " " + SUPPORTED
                : "Write @Params, and annotate its components, as in @QueryParam int page.";
    }

    /** Whether the type is one of the framework whose objects are made at the start, such as {@code Topics}, {@code Assets} and {@code FormLogin}. */
    private static boolean isOfApplication(TypeRef.Declared type) {
        String packageName = type.name().packageName();
        return packageName.equals("io.jetalyst.login")
                || packageName.startsWith("io.jetalyst.") && type.facts().kind() == Kind.INTERFACE;
    }

    private String body(ParamDecl param) {
        if (isSocket()) {
            return message(param);
        }
        return hasBody() ? BODY : NO_BODY;
    }

    boolean hasBody() {
        return Vocabulary.WITH_BODY.contains(route.type());
    }

    private static Optional<String> parse(TypeRef.Declared type) {
        return Optional.ofNullable(PARSED.get(type.name().qualifiedName()));
    }

    /** Whether the method is meant to be a listener itself; a rule for its handshake says how listeners are attached. */
    boolean isListener(MethodDecl method) {
        return isSocket()
                && method.params().stream().noneMatch(param -> is(param, Vocabulary.HANDSHAKE))
                && method.params().stream()
                        .anyMatch(param -> is(param, Vocabulary.SESSION)
                                || misplacedMessage(param).isPresent());
    }

    private static boolean is(ParamDecl param, String type) {
        return param.type() instanceof TypeRef.Declared declared && declared.is(type);
    }

    /** The fix for a parameter of a socket's method that was meant for a message; empty where it was not. */
    Optional<String> misplacedMessage(ParamDecl param) {
        Set<String> names = Set.of("message", "text", "msg", "payload", "data", "frame", "body", "content", "json");
        boolean annotated = Vocabulary.PARAMETERS.stream()
                .anyMatch(source -> param.annotation(source).isPresent());
        return isSocket() && !annotated && names.contains(param.name())
                ? Optional.of(message(param))
                : Optional.empty();
    }

    private static String message(ParamDecl param) {
        boolean text = param.type() instanceof TypeRef.Declared declared && declared.is("java.lang.String");
        return "Remove it: messages come to listeners, as in "
                + (text ? "handshake.onText((session, text) -> …)." : "handshake.onBinary((session, bytes) -> …).");
    }

    private boolean isSocket() {
        return route.type().equals(Vocabulary.WEB_SOCKET);
    }
}
