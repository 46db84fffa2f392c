package io.jetalyst.internal.systemd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Sends each message as a datagram to a socket of the UNIX domain, with the constants of Linux. */
final class DatagramNotifier implements Notifier {
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int MSG_NOSIGNAL = 0x4000;

    private final NativeCalls calls;
    private final byte[] address;

    /** @param path the path of the socket; {@code @} at its beginning is the abstract namespace (unix(7)) */
    DatagramNotifier(NativeCalls calls, String path) {
        this.calls = calls;
        this.address = address(path);
    }

    private static byte[] address(String path) {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        boolean isAbstract = name[0] == '@';
        ByteBuffer address =
                ByteBuffer.allocate(2 + name.length + (isAbstract ? 0 : 1)).order(ByteOrder.nativeOrder());
        address.putShort((short) AF_UNIX).put(name);
        if (isAbstract) {
            address.put(2, (byte) 0);
        }
        return address.array();
    }

    @Override
    public void send(String state) throws IOException {
        byte[] message = state.getBytes(StandardCharsets.UTF_8);
        int socket = calls.call("socket", AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        if (socket < 0) {
            throw new IOException("no socket could be opened");
        }
        try {
            int sent =
                    calls.call("sendto", socket, message, (long) message.length, MSG_NOSIGNAL, address, address.length);
            if (sent != message.length) {
                throw new IOException("the socket did not take the message");
            }
        } finally {
            calls.call("close", socket);
        }
    }
}
