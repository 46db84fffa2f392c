package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Twice as many clients as the process may open files, over TCP, TLS and a UNIX socket: each gets its answer. */
@Timeout(180)
class DescriptorCrowdTest {
    private static final int LIMIT = 200;
    private static final int CLIENTS = 400;
    private static final int INSIDE = 12;
    private static final String TLS = "src/test/resources/tls/";
    private static final byte[] GET =
            "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern PORTS = Pattern.compile(".*http://localhost:(\\d+), https://localhost:(\\d+), .*");

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    Path folder;

    private Path socket;
    private int port;
    private int securePort;
    private SSLSocketFactory secure;

    /** A connection, and what is sent on it. */
    private record Client(Closeable connection, InputStream in, OutputStream out) implements Closeable {
        Client(Socket socket) throws IOException {
            this(socket, socket.getInputStream(), socket.getOutputStream());
        }

        Client(SocketChannel channel) {
            this(channel, Channels.newInputStream(channel), Channels.newOutputStream(channel));
        }

        /** Sends a request, and reads the response, however late it is. */
        void check() throws IOException {
            out.write(GET);
            out.flush();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new EOFException(head.toString());
                }
                head.append((char) next);
            }
            assertTrue(head.toString().startsWith("HTTP/1.1 200 "), head::toString);
            assertEquals("hello", new String(in.readNBytes(5), StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    private Client connect(int number) throws IOException {
        switch (number % 3) {
            case 0 -> {
                return new Client(new Socket("127.0.0.1", port));
            }
            case 1 -> {
                return new Client(secure.createSocket("127.0.0.1", securePort));
            }
            default -> {
                SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                channel.connect(UnixDomainSocketAddress.of(socket));
                return new Client(channel);
            }
        }
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void answersEachOfTwiceAsManyClientsAndNeverDisturbsThoseInside() throws Exception {
        secure = trusting();
        socket = folder.resolve("s");
        List<String> limited = List.of("bash", "-c", "ulimit -n " + LIMIT + "; exec \"$0\" \"$@\"");
        try (AppProcess app = AppProcess.start(
                folder,
                limited,
                List.of(),
                HelloMain.class,
                "--listen=http://127.0.0.1:0, https://127.0.0.1:0, unix:" + socket,
                "--server.tls.certificate=" + TLS + "rsa.pem",
                "--server.tls.key=" + TLS + "rsa.key",
                "--server.idle-timeout=10m")) {
            Matcher line = PORTS.matcher(app.line());
            assertTrue(line.matches(), app::errors);
            port = Integer.parseInt(line.group(1));
            securePort = Integer.parseInt(line.group(2));
            List<Client> inside = new ArrayList<>();
            for (int i = 0; i < INSIDE; i++) {
                inside.add(connect(i));
                inside.get(i).check();
            }
            CountDownLatch leave = new CountDownLatch(1);
            List<Future<?>> crowd = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                crowd.add(threads.submit(() -> {
                    try (Client client = connect(number)) {
                        client.check();
                        leave.await();
                    }
                    return null;
                }));
            }
            while (!app.errors().contains("Cannot accept connections")) {
                check(inside);
            }
            leave.countDown();
            for (Future<?> each : crowd) {
                each.get(120, TimeUnit.SECONDS);
            }
            check(inside);
            for (Client each : inside) {
                each.close();
            }
            app.terminate();
            assertEquals(0, app.exitCode(30));
        }
    }

    private static void check(List<Client> clients) throws IOException {
        for (Client each : clients) {
            each.check();
        }
    }

    private static SSLSocketFactory trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = new FileInputStream(TLS + "rsa.pem")) {
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
