package io.jetalyst.internal.start;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns SIGTERM into an ordinary exit. The JVM's own way of stopping runs the shutdown hooks too, but then ends with code 143, which
 * supervisors report as a failure.
 *
 * <p>{@code sun.misc.Signal} is supported (module {@code jdk.unsupported}, JEP 260) but javac warns of it in a way that cannot be
 * switched off: hence by name.
 */
public final class TerminationSignal {
    private TerminationSignal() {}

    /**
     * From now on the first SIGTERM exits with code 0, running the shutdown hooks; where that is not possible, the JVM's own way remains.
     *
     * @param again runs at each further SIGTERM, while the hooks of the first one still run
     */
    public static void exitWithZero(Runnable again) {
        AtomicBoolean exiting = new AtomicBoolean();
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object exit = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            if (exiting.compareAndSet(false, true)) {
                                System.exit(0);
                            }
                            again.run(); // the JVM starts a thread for each signal, and the first one waits in exit
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
