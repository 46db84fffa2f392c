package io.jetalyst.internal.start;

import io.jetalyst.engine.Listener;
import io.jetalyst.internal.proxy.BasePath;

/** The addresses of listeners as people use them. */
public final class Addresses {
    private Addresses() {}

    /** The address for a browser on this machine, such as {@code http://localhost:8080/app}; for a UNIX socket its path, for FastCGI the address. */
    public static String forBrowser(Listener listener, BasePath basePath) {
        return isOfWeb(listener) ? host(listener) + basePath : listener.toString();
    }

    private static boolean isOfWeb(Listener listener) {
        return listener.address() instanceof Listener.Tcp && listener.protocol() != Listener.Protocol.FASTCGI;
    }

    private static String host(Listener listener) {
        if (listener.address() instanceof Listener.Tcp tcp) {
            String host = tcp.host();
            boolean everywhere = host.equals("0.0.0.0") || host.equals("::") || host.equals("127.0.0.1");
            return everywhere
                    ? listener.at(new Listener.Tcp("localhost", tcp.port())).toString()
                    : listener.toString();
        }
        return listener.toString();
    }
}
