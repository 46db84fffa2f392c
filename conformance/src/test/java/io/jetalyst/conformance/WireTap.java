package io.jetalyst.conformance;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/** A proxy between clients and a server that records the frames on the wire. */
final class WireTap implements AutoCloseable {
    private static final int BUFFER = 65536;

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final int target;

    /** @param target the port of the server */
    WireTap(int target) throws IOException {
        this.target = target;
        threads.execute(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Returns the next connection when both sides have closed it; empty if none was opened. */
    Optional<Line> nextEnded() throws Exception {
        Line line = lines.poll(1, SECONDS);
        if (line != null) {
            line.toServer.get(EchoClient.PATIENCE.toSeconds(), SECONDS);
            line.toClient.get(EchoClient.PATIENCE.toSeconds(), SECONDS);
        }
        return Optional.ofNullable(line);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(listening.getInetAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                WireRecord sent = new WireRecord();
                WireRecord answered = new WireRecord();
                lines.add(new Line(
                        sent,
                        answered,
                        threads.submit(() -> pass(client, server, sent)),
                        threads.submit(() -> pass(server, client, answered))));
            }
        } catch (IOException e) {
            lines.clear(); // closed
        }
    }

    private static void pass(Socket from, Socket to, WireRecord wire) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                wire.take(buffer, length);
                out.write(buffer, 0, length);
            }
        } catch (IOException e) {
            wire.end(e.toString()); // a client that has received the close frame may close in any way
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }

    /**
     * One connection.
     *
     * @param sent the record of the client
     * @param answered the record of the server
     */
    record Line(WireRecord sent, WireRecord answered, Future<?> toServer, Future<?> toClient) {}
}
