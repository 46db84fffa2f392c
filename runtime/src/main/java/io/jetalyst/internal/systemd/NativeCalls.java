package io.jetalyst.internal.systemd;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

/**
 * Calls functions of the C library through the foreign function interface of JDK 22 and later, by name: this code is compiled for JDK 17,
 * which does not have it. JDK 24 and later print a warning unless {@code --enable-native-access=ALL-UNNAMED} allows such calls.
 */
final class NativeCalls {
    private static final int FIRST_RELEASE = 22;
    private static final String PACKAGE = "java.lang.foreign.";

    private final Object linker;
    private final Object functions;

    private NativeCalls(Object linker, Object functions) {
        this.linker = linker;
        this.functions = functions;
    }

    /** The calls, if this JDK has them. */
    static Optional<NativeCalls> find() {
        if (Runtime.version().feature() < FIRST_RELEASE) {
            return Optional.empty();
        }
        try {
            Object linker = type("Linker").getMethod("nativeLinker").invoke(null);
            Object functions = type("Linker").getMethod("defaultLookup").invoke(linker);
            return Optional.of(new NativeCalls(linker, functions));
        } catch (ReflectiveOperationException | RuntimeException unavailable) {
            return Optional.empty(); // no linker for this processor, or native access is denied
        }
    }

    /**
     * Calls a function that returns an {@code int}, or a number of bytes that fits into it.
     *
     * @param arguments each an {@code Integer} for an {@code int}, a {@code Long} for a {@code size_t}, or a {@code byte[]} for the address
     *     of at least one byte; it has what the function wrote there
     * @throws IllegalStateException if it cannot be called
     */
    int call(String function, Object... arguments) {
        try {
            Object arena = type("Arena").getMethod("ofAuto").invoke(null);
            Object[] values = new Object[arguments.length];
            Object layouts = Array.newInstance(type("MemoryLayout"), arguments.length);
            for (int i = 0; i < arguments.length; i++) {
                boolean bytes = arguments[i] instanceof byte[];
                values[i] = bytes ? copy(arena, (byte[]) arguments[i]) : arguments[i];
                Array.set(
                        layouts,
                        i,
                        layout(bytes ? "ADDRESS" : arguments[i] instanceof Long ? "JAVA_LONG" : "JAVA_INT"));
            }
            int result = (int) handle(function, layouts).invokeWithArguments(Arrays.asList(values));
            for (int i = 0; i < arguments.length; i++) {
                if (arguments[i] instanceof byte[] bytes) {
                    copyBack(values[i], bytes);
                }
            }
            return result;
        } catch (Throwable failure) {
            Throwable cause = failure instanceof InvocationTargetException target ? target.getCause() : failure;
            throw new IllegalStateException(function + " of the C library cannot be called: " + cause, failure);
        }
    }

    private MethodHandle handle(String function, Object layouts) throws ReflectiveOperationException {
        Object address = ((Optional<?>)
                        type("SymbolLookup").getMethod("find", String.class).invoke(functions, function))
                .orElseThrow(() -> new IllegalStateException("there is no such function"));
        Object signature = type("FunctionDescriptor")
                .getMethod("of", type("MemoryLayout"), layouts.getClass())
                .invoke(null, layout("JAVA_INT"), layouts);
        Object options = Array.newInstance(type("Linker$Option"), 0);
        Method downcall = type("Linker")
                .getMethod("downcallHandle", type("MemorySegment"), type("FunctionDescriptor"), options.getClass());
        return (MethodHandle) downcall.invoke(linker, address, signature, options);
    }

    private static Object copy(Object arena, byte[] bytes) throws ReflectiveOperationException {
        Object segment = type("Arena").getMethod("allocate", long.class).invoke(arena, (long) bytes.length);
        return copy(segment, ofArray(bytes));
    }

    private static void copyBack(Object segment, byte[] bytes) throws ReflectiveOperationException {
        copy(ofArray(bytes), segment);
    }

    private static Object ofArray(byte[] bytes) throws ReflectiveOperationException {
        return type("MemorySegment").getMethod("ofArray", byte[].class).invoke(null, (Object) bytes);
    }

    private static Object copy(Object target, Object source) throws ReflectiveOperationException {
        return type("MemorySegment")
                .getMethod("copyFrom", type("MemorySegment"))
                .invoke(target, source);
    }

    private static Object layout(String name) throws ReflectiveOperationException {
        return type("ValueLayout").getField(name).get(null);
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name);
    }
}
