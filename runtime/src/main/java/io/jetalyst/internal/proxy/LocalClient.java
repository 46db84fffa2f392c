package io.jetalyst.internal.proxy;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;

/** Recognises the clients that run on this machine. Only they receive the details of failures in dev mode. */
public final class LocalClient {
    private LocalClient() {}

    /**
     * Whether the address belongs to this machine alone: a UNIX socket or a loopback address. The host in a request proves nothing, because each
     * client can send any.
     *
     * @param address of the client; behind a trusted proxy, the one that the proxy has sent
     */
    public static boolean is(SocketAddress address) {
        return address instanceof UnixDomainSocketAddress
                || (address instanceof InetSocketAddress inet
                        && inet.getAddress() != null
                        && inet.getAddress().isLoopbackAddress());
    }
}
