package io.jetalyst.example.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * A network between a browser and the server, which a test can cut and restore. It listens all the time: otherwise a connection of another
 * process could take the port while the network is cut.
 */
final class TcpProxy implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    /** Guarded by this. */
    private final List<Socket> sockets = new ArrayList<>();

    private int target;
    private boolean isCut;

    TcpProxy(int target) throws IOException {
        this.target = target;
        begin(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Closes all connections, and new ones as soon as a client opens them. */
    synchronized void cut() throws IOException {
        isCut = true;
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    synchronized void mend() {
        isCut = false;
    }

    /** Restores the network, with another server at its end. */
    synchronized void mendTowards(int server) {
        target = server;
        mend();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }

    private void accept() {
        try {
            while (true) {
                join(listener.accept());
            }
        } catch (IOException closed) {
            // the test has ended
        }
    }

    private synchronized void join(Socket client) throws IOException {
        try {
            if (!isCut) {
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(server);
                sockets.add(client);
                begin(() -> pump(client, server));
                begin(() -> pump(server, client));
                return;
            }
        } catch (IOException noServer) {
            // the client may try again
        }
        client.close();
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException cut) {
            // both sockets are closed on the way out
        }
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
