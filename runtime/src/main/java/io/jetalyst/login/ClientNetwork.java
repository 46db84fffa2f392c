package io.jetalyst.login;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The key by which a limit counts a client: its IPv4 address, or its IPv6 network of 64 bits, because one client of IPv6 usually has all addresses of
 * such a network.
 */
public final class ClientNetwork {
    private ClientNetwork() {}

    /** The key of the client with this address. */
    public static String of(SocketAddress address) {
        if (address instanceof InetSocketAddress inet && !inet.isUnresolved()) {
            byte[] bytes = inet.getAddress().getAddress();
            return HexFormat.of().formatHex(bytes.length > 4 ? Arrays.copyOf(bytes, 8) : bytes);
        }
        return address.toString();
    }
}
