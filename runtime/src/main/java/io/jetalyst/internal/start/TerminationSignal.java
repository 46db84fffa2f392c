package io.jetalyst.internal.start;

import java.lang.reflect.Proxy;

/**
 * Turns SIGTERM into an ordinary exit. The JVM's own way of stopping runs the shutdown hooks too, but then ends with code 143, which
 * supervisors report as a failure.
 *
 * <p>{@code sun.misc.Signal} is supported (module {@code jdk.unsupported}, JEP 260) but javac warns of it in a way that cannot be
 * switched off: hence by name.
 */
public final class TerminationSignal {
    private TerminationSignal() {}

    /** From now on SIGTERM exits with code 0, running the shutdown hooks; where that cannot be had, the JVM's own way stays. */
    public static void exitWithZero() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object exit = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            System.exit(0);
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("TERM"), exit);
        } catch (ReflectiveOperationException | RuntimeException unavailable) {
            // no such signal on this system, or the option -Xrs keeps the JVM from handling signals
        }
    }
}
