package io.jetalyst.internal.systemd;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A socket that listens already, because the process that has started this one has opened it.
 *
 * @param channel the channel of the socket; its own {@code getLocalAddress} may be wrong
 * @param address the address of the socket
 */
public record InheritedSocket(ServerSocketChannel channel, SocketAddress address) {
    /**
     * The beginning of system properties that this class sets for the descriptors that this process has adopted. After that, their numbers
     * may be those of other files. A property, because a descriptor belongs to the process, whatever class loader has this class.
     */
    private static final String ADOPTED = "io.jetalyst.adopted-descriptor.";

    private static final int STANDARD_INPUT = 0;
    private static final int AF_UNIX = 1;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int SOL_SOCKET = 1;
    private static final int SO_ACCEPTCONN = 30;
    private static final int MAX_ADDRESS_BYTES = 128;

    /**
     * The socket with this descriptor, which is there for one application of the process.
     *
     * @throws IOException whose message is a sentence without a period, and says how to solve it
     */
    public static InheritedSocket open(int descriptor) throws IOException {
        if (isAdopted(descriptor)) {
            throw new IOException("an application that this process has started before has used descriptor "
                    + descriptor + ". Start a process for each application");
        }
        InheritedSocket socket = find(descriptor);
        System.setProperty(ADOPTED + descriptor, "true");
        return socket;
    }

    /** Whether {@link #open} has returned the socket with this descriptor. */
    static boolean isAdopted(int descriptor) {
        return Boolean.getBoolean(ADOPTED + descriptor);
    }

    private static InheritedSocket find(int descriptor) throws IOException {
        if (descriptor == STANDARD_INPUT) {
            if (System.inheritedChannel() instanceof ServerSocketChannel channel) {
                return new InheritedSocket(channel, channel.getLocalAddress());
            }
            throw new IOException(
                    "descriptor 0 is not a socket that listens. Set StandardInput=socket in the service unit");
        }
        NativeCalls calls = NativeCalls.find()
                .orElseThrow(
                        () -> new IOException(
                                "JDK "
                                        + Runtime.version().feature() + " can use only descriptor 0, not " + descriptor
                                        + ". Set StandardInput=socket in the service unit and server.listen=fd:0, or use JDK 22 or later"));
        SocketAddress address = address(calls, descriptor);
        return new InheritedSocket(adopt(calls, descriptor, address), address);
    }

    /** Opens a channel, and puts the socket in the place of that of the channel. Java has no other way to a socket that it did not open. */
    private static ServerSocketChannel adopt(NativeCalls calls, int descriptor, SocketAddress address)
            throws IOException {
        NewChannel fresh = NewChannel.open(address instanceof UnixDomainSocketAddress);
        if (calls.call("dup2", descriptor, fresh.descriptor()) < 0) {
            fresh.channel().close();
            throw new IOException("descriptor " + descriptor + " could not be used");
        }
        calls.call("close", descriptor);
        return fresh.channel();
    }

    private static SocketAddress address(NativeCalls calls, int descriptor) throws IOException {
        byte[] address = new byte[MAX_ADDRESS_BYTES];
        byte[] length = number(address.length);
        byte[] listens = number(0);
        if (calls.call("getsockname", descriptor, address, length) != 0
                || calls.call("getsockopt", descriptor, SOL_SOCKET, SO_ACCEPTCONN, listens, number(4)) != 0
                || number(listens) == 0) {
            throw new IOException("descriptor " + descriptor
                    + " is not a socket that listens. Set ListenStream= and Accept=no in the socket unit");
        }
        return address(ByteBuffer.wrap(address).limit(number(length)).order(ByteOrder.nativeOrder()));
    }

    private static SocketAddress address(ByteBuffer address) throws IOException {
        int family = address.getShort();
        address.order(ByteOrder.BIG_ENDIAN);
        return switch (family) {
            case AF_UNIX -> unix(address);
            case AF_INET -> new InetSocketAddress(inet(address, 4, 4), Short.toUnsignedInt(address.getShort(2)));
            case AF_INET6 -> new InetSocketAddress(inet(address, 8, 16), Short.toUnsignedInt(address.getShort(2)));
            default -> throw new IOException("the socket is neither of TCP nor of the UNIX domain");
        };
    }

    private static InetAddress inet(ByteBuffer address, int offset, int length) throws UnknownHostException {
        return InetAddress.getByAddress(Arrays.copyOfRange(address.array(), offset, offset + length));
    }

    /** A name that begins with 0 is in the abstract namespace, and is written with {@code @} (unix(7)). */
    private static UnixDomainSocketAddress unix(ByteBuffer address) {
        byte[] name = Arrays.copyOfRange(address.array(), address.position(), address.limit());
        int length = name.length;
        if (length > 0 && name[0] == 0) {
            name[0] = '@';
        }
        while (length > 0 && name[length - 1] == 0) {
            length--;
        }
        return UnixDomainSocketAddress.of(new String(name, 0, length, StandardCharsets.UTF_8));
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array();
    }

    private static int number(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getInt();
    }
}
