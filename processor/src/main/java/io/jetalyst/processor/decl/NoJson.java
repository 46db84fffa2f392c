package io.jetalyst.processor.decl;

import java.util.List;
import java.util.Optional;

/**
 * Types that JSON can never represent, whatever codec and adapters an application has: they are resources, threads or code, and not values.
 * Every other type may have an adapter that the processor does not see.
 */
public final class NoJson {
    /** These types and their subtypes, unless they are records or enums. */
    private static final List<String> RESOURCES = List.of(
            "java.lang.Thread",
            "java.lang.ThreadGroup",
            "java.lang.ThreadLocal",
            "java.lang.ClassLoader",
            "java.lang.Process",
            "java.lang.Runtime",
            "java.io.InputStream",
            "java.io.OutputStream",
            "java.io.Reader",
            "java.io.Writer",
            "java.io.RandomAccessFile",
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.URLConnection",
            "java.nio.channels.Channel",
            "java.nio.channels.Selector",
            "java.nio.file.FileSystem",
            "java.sql.Connection",
            "java.sql.Statement",
            "java.sql.ResultSet",
            "java.util.Scanner",
            "java.util.Timer",
            "java.util.Spliterator",
            "java.util.stream.BaseStream",
            "java.util.concurrent.Executor",
            "java.util.concurrent.CompletionStage",
            "java.util.concurrent.Flow.Publisher",
            "java.util.concurrent.Flow.Subscriber",
            "java.util.concurrent.Flow.Subscription",
            "java.util.concurrent.Future",
            "java.util.concurrent.locks.Condition",
            "java.util.concurrent.locks.Lock",
            "java.util.concurrent.locks.ReadWriteLock",
            "javax.sql.DataSource",
            Vocabulary.REQUEST,
            Vocabulary.CONTEXT,
            Vocabulary.HANDSHAKE,
            Vocabulary.SESSION,
            Vocabulary.BROWSER_SESSION,
            Vocabulary.FLASH,
            Vocabulary.RESULT,
            Vocabulary.EVENTS,
            Vocabulary.UPLOADED_FILE);

    /** Functional interfaces, identities and the like, exactly. A class of the application that implements one may be a value. */
    private static final List<String> CODE = List.of(
            "java.lang.Runnable",
            "java.util.Comparator",
            "java.util.concurrent.Callable",
            "java.util.concurrent.CountDownLatch",
            "java.util.concurrent.CyclicBarrier",
            "java.util.concurrent.Semaphore",
            Vocabulary.IDENTITY);

    private static final List<String> PACKAGES =
            List.of("java.lang.invoke", "java.lang.ref", "java.lang.reflect", "java.util.function");

    private NoJson() {}

    /** The first type of this kind that a type names, its type arguments included. */
    public static Optional<TypeRef.Declared> in(TypeRef type) {
        if (type instanceof TypeRef.Array array) {
            return in(array.component());
        }
        if (!(type instanceof TypeRef.Declared declared)) {
            return Optional.empty();
        }
        return isOne(declared)
                ? Optional.of(declared)
                : declared.arguments().stream()
                        .flatMap(argument -> in(argument).stream())
                        .findFirst();
    }

    private static boolean isOne(TypeRef.Declared type) {
        return !isData(type)
                && (CODE.contains(type.name().qualifiedName())
                        || PACKAGES.contains(type.name().packageName())
                        || RESOURCES.stream().anyMatch(type::isA));
    }

    /** Whether the type is JSON whatever it extends: a record, an enum, or a sealed type of the application. */
    public static boolean isData(TypeRef.Declared type) {
        return type.facts().kind() == Kind.RECORD
                || type.facts().kind() == Kind.ENUM
                || type.facts().sealed() && !type.name().packageName().startsWith("java");
    }
}
