package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.NoJson;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows types that a method returns by mistake, since no codec writes them, and says what it returns instead. */
final class ResultAdvice {
    static final String GENERAL =
            "Return void, a String, a byte[], a Path, a Response, a View, a type for JSON, Events, or a Reply, an Optional or"
                    + " a CompletionStage of one.";

    private static final String RESPONSE = "Return a Response of Jetalyst: io.jetalyst.http.Response.";
    private static final String STAGE = "Return a CompletionStage.";
    private static final String STREAM = "Return an InputStream, with @Produces for the media type of its bytes.";
    private static final String WRITE =
            "Return Response.write(\"application/octet-stream\", out -> out.write(bytes)) with the media type of the bytes.";
    private static final String FILE = "Return a Path: file.toPath().";

    /** The advice for a type and its subtypes. The first entry that fits counts. */
    private static final List<Map.Entry<String, String>> FIXES = List.of(
            Map.entry(Vocabulary.REQUEST, GENERAL),
            Map.entry(Vocabulary.CONTEXT, GENERAL),
            Map.entry(Vocabulary.HANDSHAKE, GENERAL),
            Map.entry(Vocabulary.SESSION, GENERAL),
            Map.entry(Vocabulary.BROWSER_SESSION, GENERAL),
            Map.entry(Vocabulary.RESULT, "Return the Response itself, or a CompletionStage of one."),
            Map.entry(Vocabulary.STATUS, "Return Reply.of(status)."),
            Map.entry("java.lang.Void", "Return void."),
            Map.entry(Vocabulary.EVENT, "Return Events, made of a Flow.Publisher, a Topic or a Stream of events."),
            Map.entry("java.io.Reader", "Read it, and return a String."),
            Map.entry("java.io.OutputStream", WRITE),
            Map.entry(
                    "java.io.Writer",
                    "Return a String, or Response.writeText(\"text/plain\", out -> out.append(text))."),
            Map.entry("java.io.File", FILE),
            Map.entry("java.nio.CharBuffer", "Return a String."),
            Map.entry("java.nio.Buffer", "Return a byte[], with @Produces for the media type of the bytes."),
            Map.entry("java.nio.channels.Channel", STREAM),
            Map.entry("java.lang.CharSequence", "Return a String."),
            Map.entry("java.lang.Throwable", "Throw it."),
            Map.entry("java.util.stream.BaseStream", "Return a Stream of objects, or a List."),
            Map.entry("java.util.Iterator", "Return a List."),
            Map.entry("java.util.Enumeration", "Return a List."),
            Map.entry("java.util.concurrent.CompletionStage", STAGE),
            Map.entry("java.util.concurrent.Future", STAGE),
            Map.entry("java.util.concurrent.Callable", "Return its value; the method itself may block."),
            Map.entry("java.util.function.Supplier", "Return its value."),
            Map.entry("java.lang.Thread", "Return the values to send, such as a String or a record."),
            Map.entry("java.lang.Runnable", "Return void; the method itself may block."),
            Map.entry("java.util.concurrent.Flow.Publisher", "Return it as a Flow.Publisher."),
            Map.entry("org.reactivestreams.Publisher", STAGE),
            Map.entry("io.smallrye.mutiny.Uni", STAGE),
            Map.entry("org.springframework.web.context.request.async.DeferredResult", STAGE));

    /** Packages of other frameworks whose types stand for a whole response. */
    private static final List<String> FOREIGN = List.of(
            "org.springframework.",
            "jakarta.ws.rs.",
            "javax.ws.rs.",
            "jakarta.servlet.",
            "io.micronaut.",
            "java.net.http.");

    private static final Set<String> EXACTLY = Set.of("java.lang.Iterable");

    private ResultAdvice() {}

    /** The fix; empty for a type that a codec may be able to write. */
    static Optional<String> fix(TypeRef type) {
        if (type instanceof TypeRef.Array array) {
            return fix(array.component());
        }
        if (!(type instanceof TypeRef.Declared declared)) {
            return Optional.empty();
        }
        String name = declared.name().qualifiedName();
        if (EXACTLY.contains(name)) {
            return Optional.of("Return a List.");
        }
        boolean isData = NoJson.isData(declared);
        return FIXES.stream()
                .filter(entry -> isData ? declared.is(entry.getKey()) : declared.isA(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> FOREIGN.stream().anyMatch(name::startsWith) ? Optional.of(RESPONSE) : Optional.empty());
    }
}
