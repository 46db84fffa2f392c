package io.jetalyst.internal.start;

import io.jetalyst.engine.Listener;

/** The addresses of listeners as people use them. */
public final class Addresses {
    private Addresses() {}

    /** The address for a browser on this machine, such as {@code http://localhost:8080}; for a UNIX socket its path, for FastCGI the address. */
    public static String forBrowser(Listener listener) {
        if (listener.address() instanceof Listener.Tcp tcp && listener.protocol() != Listener.Protocol.FASTCGI) {
            String host = tcp.host();
            boolean everywhere = host.equals("0.0.0.0") || host.equals("::") || host.equals("127.0.0.1");
            return everywhere
                    ? listener.at(new Listener.Tcp("localhost", tcp.port())).toString()
                    : listener.toString();
        }
        return listener.toString();
    }
}
