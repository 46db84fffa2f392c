package io.jetalyst.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The load of {@link Requests}, in one thread: {@code RequestLoad <protocol> <connections> <port> <path> [<port> <path> …]} connects to several
 * servers. For each line {@code <server> <millis>} of its input it sends one request after the other on each connection of that server. Then it
 * prints the number of responses, their rate per second, and the median and the 99th percentile of the latency in microseconds. The
 * connections of the other servers are idle meanwhile.
 */
public final class RequestLoad {
    private final Selector selector = Selector.open();
    private final List<HttpClient> clients = new ArrayList<>();

    private RequestLoad(boolean http2, int connections, int port, String path, ByteBuffer input) throws IOException {
        for (int i = 0; i < connections; i++) {
            HttpClient client = HttpClient.connect(http2, port, path, input);
            client.register(selector);
            clients.add(client);
        }
    }

    public static void main(String[] args) throws IOException {
        ByteBuffer input = ByteBuffer.allocateDirect(64 * 1024);
        List<RequestLoad> servers = new ArrayList<>();
        for (int i = 2; i < args.length; i += 2) {
            servers.add(new RequestLoad(
                    args[0].equals("2"), Integer.parseInt(args[1]), Integer.parseInt(args[i]), args[i + 1], input));
        }
        Latencies latencies = new Latencies();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                latencies.clear();
                long nanos = servers.get(Integer.parseInt(words[0])).run(Long.parseLong(words[1]), latencies);
                System.out.printf(
                        "%d %d %d %d%n",
                        latencies.count(),
                        latencies.count() * 1_000_000_000L / nanos,
                        latencies.percentile(0.5),
                        latencies.percentile(0.99));
            }
        }
    }

    /** Returns the time for which requests were sent. Those that are in flight then are awaited, and not counted. */
    private long run(long millis, Latencies latencies) throws IOException {
        long start = System.nanoTime();
        long end = start + millis * 1_000_000;
        for (HttpClient client : clients) {
            client.send();
        }
        long now = start;
        int inFlight = clients.size();
        while (inFlight > 0) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                HttpClient client = (HttpClient) key.attachment();
                if (!client.receive()) {
                    continue;
                }
                if (now < end) {
                    latencies.add(client.latencyNanos());
                    client.send();
                } else {
                    inFlight--;
                }
            }
            selector.selectedKeys().clear();
            if (now < end) {
                now = System.nanoTime();
            }
        }
        return now - start;
    }
}
