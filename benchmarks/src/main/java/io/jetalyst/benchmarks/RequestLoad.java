package io.jetalyst.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The load of {@link Requests}, in one thread: {@code RequestLoad <port> <path> <connections> <seconds>} sends one request after the other on
 * each connection. It prints a line after so many seconds of warming up, then counts as long, and prints the number of answers, their rate per
 * second, and the median and the 99th percentile of the latency in microseconds.
 */
public final class RequestLoad {
    private static final int MAX_MICROS = 1_000_000;

    private final Selector selector = Selector.open();
    private final ByteBuffer request;
    private final ByteBuffer input = ByteBuffer.allocateDirect(64 * 1024);
    private final int[] latencies = new int[MAX_MICROS + 1];
    private long answers;

    private RequestLoad(String path) throws IOException {
        byte[] head = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        this.request = ByteBuffer.allocateDirect(head.length).put(head);
    }

    public static void main(String[] args) throws IOException {
        RequestLoad load = new RequestLoad(args[1]);
        load.connect(Integer.parseInt(args[0]), Integer.parseInt(args[2]));
        int seconds = Integer.parseInt(args[3]);
        load.run(seconds);
        System.out.println("warm");
        load.reset();
        long start = System.nanoTime();
        load.run(seconds);
        System.out.printf(
                "%d %d %d %d%n",
                load.answers,
                load.answers * 1_000_000_000L / (System.nanoTime() - start),
                load.percentile(0.5),
                load.percentile(0.99));
    }

    private void connect(int port, int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            Connection connection =
                    new Connection(SocketChannel.open(new InetSocketAddress("127.0.0.1", port)), request, input);
            connection.channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            connection.channel.configureBlocking(false);
            connection.channel.register(selector, SelectionKey.OP_READ, connection);
            connection.send();
        }
    }

    private void run(int seconds) throws IOException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            selector.select(1000);
            for (SelectionKey key : selector.selectedKeys()) {
                Connection connection = (Connection) key.attachment();
                if (connection.receive()) {
                    long micros = (System.nanoTime() - connection.sent) / 1000;
                    latencies[(int) Math.min(micros, MAX_MICROS)]++;
                    answers++;
                    connection.send();
                }
            }
            selector.selectedKeys().clear();
        }
    }

    private void reset() {
        Arrays.fill(latencies, 0);
        answers = 0;
    }

    private long percentile(double share) {
        long wanted = (long) Math.ceil(answers * share);
        long seen = 0;
        for (int micros = 0; micros < latencies.length; micros++) {
            seen += latencies[micros];
            if (seen >= wanted) {
                return micros;
            }
        }
        return MAX_MICROS;
    }

    /** One connection with one request in flight. The first answer says how long all of them are: the same request has the same answer. */
    private static final class Connection {
        private static final byte[] OK = "HTTP/1.1 200 ".getBytes(StandardCharsets.US_ASCII);

        private final SocketChannel channel;
        private final ByteBuffer request;
        private final ByteBuffer input;
        private int answerBytes;
        private int missing;
        private long sent;

        Connection(SocketChannel channel, ByteBuffer request, ByteBuffer input) {
            this.channel = channel;
            this.request = request;
            this.input = input;
        }

        void send() throws IOException {
            missing = answerBytes;
            sent = System.nanoTime();
            request.rewind();
            if (channel.write(request) < request.capacity()) {
                throw new IOException("a request did not fit into the socket's buffer");
            }
        }

        /** Whether the answer is complete. */
        boolean receive() throws IOException {
            input.clear();
            int read = channel.read(input);
            if (read < 0) {
                throw new IOException("the server closed the connection");
            }
            if (answerBytes == 0) {
                answerBytes = length(read);
                missing = answerBytes;
            }
            missing -= read;
            if (missing < 0) {
                throw new IOException("an answer is longer than the first one");
            }
            return missing == 0;
        }

        /** The length of the first answer, which is small enough to arrive in one piece. */
        private int length(int read) throws IOException {
            for (int i = 0; i < OK.length; i++) {
                if (input.get(i) != OK[i]) {
                    throw new IOException("not a 200: " + StandardCharsets.US_ASCII.decode(input.flip()));
                }
            }
            return read;
        }
    }
}
