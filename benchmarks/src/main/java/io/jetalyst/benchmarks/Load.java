package io.jetalyst.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/**
 * The load, in one thread: {@code Load <port> <shape> <path> <seconds>} prints messages received per second, after as long a time in which
 * nothing is counted. {@code Load <port> hold <path> <sockets>} opens idle sockets and holds them until its input ends.
 */
public final class Load {
    private static final int INPUT_BYTES = 256 * 1024;

    private final int port;
    private final ByteBuffer input = ByteBuffer.allocateDirect(INPUT_BYTES);
    private final Selector selector = Selector.open();
    private final List<Client> clients = new ArrayList<>();
    private long received;

    private Load(int port) throws IOException {
        this.port = port;
    }

    public static void main(String[] args) throws IOException {
        Load load = new Load(Integer.parseInt(args[0]));
        if (args[1].equals("hold")) {
            load.hold(args[2], Integer.parseInt(args[3]));
        } else {
            System.out.println(load.measure(Shape.valueOf(args[1]), args[2], Integer.parseInt(args[3])));
        }
    }

    private void hold(String path, int sockets) throws IOException {
        connect(path, sockets);
        System.out.println(sockets);
        while (System.in.read() >= 0) {
            // The process that started this one ends it.
        }
    }

    private long measure(Shape shape, String path, int seconds) throws IOException {
        // The first connection loads the classes of the server. Bare Jetty, tuned, never answers a message that arrives
        // before it is ready.
        new Client(port, path, input).channel().close();
        connect(path, shape.sockets());
        for (Client client : clients) {
            client.channel().configureBlocking(false);
            client.channel().register(selector, SelectionKey.OP_READ, client);
        }
        Runner runner = shape.broadcast() ? new Broadcast(shape) : new Echo(shape);
        runner.begin();
        run(runner, seconds);
        long before = received;
        long start = System.nanoTime();
        run(runner, seconds);
        if (received == before) {
            throw new IOException("no message has come back in " + seconds + " seconds");
        }
        return (received - before) * 1_000_000_000L / (System.nanoTime() - start);
    }

    private void connect(String path, int sockets) throws IOException {
        for (int i = 0; i < sockets; i++) {
            clients.add(new Client(port, path, input));
        }
    }

    private void run(Runner runner, int seconds) throws IOException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            selector.select(1000);
            for (SelectionKey key : selector.selectedKeys()) {
                Client client = (Client) key.attachment();
                int messages = client.receive();
                received += messages;
                runner.received(client, messages);
            }
            selector.selectedKeys().clear();
        }
    }

    /** Sends what is to be sent first, and when something has come. */
    private interface Runner {
        void begin() throws IOException;

        void received(Client client, int messages) throws IOException;
    }

    /** Each socket sends as many messages as it has got back. */
    private final class Echo implements Runner {
        private final Shape shape;
        private final ByteBuffer frames;

        Echo(Shape shape) {
            this.shape = shape;
            this.frames = Client.frames(shape.size(), shape.inFlight());
        }

        @Override
        public void begin() throws IOException {
            for (Client client : clients) {
                client.send(frames);
            }
        }

        @Override
        public void received(Client client, int messages) throws IOException {
            client.send(frames.slice(0, frames.limit() / shape.inFlight() * messages));
        }
    }

    /** One socket sends a message, and the next when all have got it. */
    private final class Broadcast implements Runner {
        private final ByteBuffer frame;
        private int missing;

        Broadcast(Shape shape) {
            this.frame = Client.frames(shape.size(), 1);
        }

        @Override
        public void begin() throws IOException {
            missing = clients.size();
            clients.get(0).send(frame);
        }

        @Override
        public void received(Client client, int messages) throws IOException {
            missing -= messages;
            if (missing == 0) {
                begin();
            }
        }
    }
}
