package io.jetalyst.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * The clients of a deploy, in one thread: {@code DeployLoad <port> <sockets>} opens WebSockets, prints {@code open <refused>}, and reads a line. From
 * then on each client connects again after its close, as the guide to sockets shows it for browsers: after half a second to a second, twice
 * as long after each attempt that fails. When all are back, it prints the figures of {@link DeployFigures}.
 */
public final class DeployLoad {
    private static final long SECOND = 1_000_000_000L;
    private static final long LIMIT_NANOS = 120 * SECOND;
    private static final byte CLOSE = (byte) 0x88;
    /** A close frame with the code 1012, masked with zeros (RFC 6455 §5.5.1). */
    private static final byte[] CLOSE_1012 = {CLOSE, (byte) 0x82, 0, 0, 0, 0, 0x03, (byte) 0xf4};

    private static final int BUCKETS = 600;

    private final InetSocketAddress server;
    private final int sockets;
    private final Selector selector = Selector.open();
    private final ByteBuffer input = ByteBuffer.allocateDirect(4096);
    private final PriorityQueue<Browser> waiting = new PriorityQueue<>(Comparator.comparingLong(Browser::due));
    private final int[] closes = new int[BUCKETS];
    private final int[] handshakes = new int[BUCKETS];
    private long begin;
    private int back;
    private int failed;
    private int withoutCode;

    private DeployLoad(int port, int sockets) throws IOException {
        this.server = new InetSocketAddress("127.0.0.1", port);
        this.sockets = sockets;
    }

    public static void main(String[] args) throws IOException {
        DeployLoad load = new DeployLoad(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        System.out.println("open " + load.open());
        lines.readLine();
        load.watch();
        System.out.println(numbers(load.closes));
        System.out.println(numbers(load.handshakes));
        System.out.println(load.back + " " + load.failed + " " + load.withoutCode);
    }

    private static String numbers(int[] values) {
        return Arrays.stream(values).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    private int open() throws IOException {
        List<SocketChannel> opened = new ArrayList<>();
        int refused = new Opening(server.getPort(), "/chat", 0, opened::add).open(sockets);
        for (SocketChannel channel : opened) {
            channel.register(selector, SelectionKey.OP_READ, new Browser(true));
        }
        return refused;
    }

    /** Reads and connects until all clients are back, or the time is over. */
    private void watch() throws IOException {
        begin = System.nanoTime();
        while (back < sockets && System.nanoTime() - begin < LIMIT_NANOS) {
            Browser next = waiting.peek();
            long millis = next == null ? 1000 : (next.due - System.nanoTime()) / 1_000_000;
            if (millis > 0) {
                selector.select(millis);
            } else {
                selector.selectNow();
            }
            for (SelectionKey key : selector.selectedKeys()) {
                proceed(key, (Browser) key.attachment());
            }
            selector.selectedKeys().clear();
            connectDue();
        }
    }

    private void connectDue() throws IOException {
        while (!waiting.isEmpty() && waiting.peek().due <= System.nanoTime()) {
            Browser browser = waiting.remove();
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_CONNECT, browser);
            try {
                if (channel.connect(server)) {
                    handshake(channel);
                }
            } catch (IOException refused) {
                fail(channel, browser);
            }
        }
    }

    private void handshake(SocketChannel channel) throws IOException {
        channel.write(Client.handshake("/chat"));
        channel.keyFor(selector).interestOps(SelectionKey.OP_READ);
    }

    private void proceed(SelectionKey key, Browser browser) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                handshake(channel);
            } else if (key.isReadable()) {
                read(channel, browser);
            }
        } catch (IOException broken) {
            fail(channel, browser);
        }
    }

    private void read(SocketChannel channel, Browser browser) throws IOException {
        int read = channel.read(input.clear());
        if (browser.open && read < 0) {
            end(channel, browser);
        } else if (browser.open) {
            browser.receive(input.flip());
            if (browser.code() != 0) {
                channel.write(ByteBuffer.wrap(CLOSE_1012));
            }
        } else if (read < 0 || !browser.isAccepted(input.flip())) {
            fail(channel, browser);
        } else if (browser.open) {
            handshakes[bucket()]++;
            back++;
        }
    }

    /** The server has closed the connection of an open socket. */
    private void end(SocketChannel channel, Browser browser) throws IOException {
        channel.close();
        closes[bucket()]++;
        if (browser.code() != 1012) {
            withoutCode++;
        }
        waiting.add(browser.closed());
    }

    private void fail(SocketChannel channel, Browser browser) throws IOException {
        if (browser.open) {
            end(channel, browser);
            return;
        }
        channel.close();
        failed++;
        waiting.add(browser.again());
    }

    /** The tenth of a second that it is. */
    private int bucket() {
        return (int) Math.min(BUCKETS - 1, (System.nanoTime() - begin) / (SECOND / 10));
    }

    /** One client. */
    private static final class Browser {
        private final StringBuilder head = new StringBuilder();
        private final byte[] frame = new byte[4];
        private int received;
        private boolean open;
        private int attempt;
        private long due;

        Browser(boolean open) {
            this.open = open;
        }

        long due() {
            return due;
        }

        void receive(ByteBuffer bytes) {
            while (received < frame.length && bytes.hasRemaining()) {
                frame[received++] = bytes.get();
            }
        }

        /** The code of the close frame; 0 if none has arrived. */
        int code() {
            return received == frame.length && frame[0] == CLOSE ? (frame[2] & 0xff) << 8 | frame[3] & 0xff : 0;
        }

        /** Reads a part of the response to the handshake; {@code false} if it is not 101. */
        boolean isAccepted(ByteBuffer bytes) {
            head.append(StandardCharsets.US_ASCII.decode(bytes));
            open = head.indexOf("\r\n\r\n") >= 0;
            return !open || head.indexOf("HTTP/1.1 101") == 0;
        }

        Browser closed() {
            return new Browser(false).after(0);
        }

        Browser again() {
            return new Browser(false).after(attempt + 1);
        }

        private Browser after(int attempts) {
            attempt = attempts;
            double millis = Math.min(30_000, 1000 * Math.pow(2, attempts));
            due = System.nanoTime()
                    + (long) (millis
                            * 1_000_000
                            * (0.5 + ThreadLocalRandom.current().nextDouble() / 2));
            return this;
        }
    }
}
