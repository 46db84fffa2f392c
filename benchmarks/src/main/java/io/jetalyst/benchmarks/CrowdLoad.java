package io.jetalyst.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The load of a crowd, in one thread: {@code CrowdLoad <port>} does what the lines of its input say, and answers each with one line,
 * until the input ends.
 *
 * <ul>
 *   <li>{@code open 10000}: opens sockets that read, all at once; {@code <refused> <milliseconds>}
 *   <li>{@code stall 100}: opens sockets that never read; {@code <refused>}
 *   <li>{@code broadcast 10}: one message to all, so many times one after the other; the median, in microseconds
 *   <li>{@code steady 20 5}: for 20 seconds 5 messages a second; {@code <median> <99th percentile> <lost> <missing>}, from the moment a
 *       message was due to each of its deliveries, in microseconds; how many readers the server has thrown out, and how many deliveries
 *       have not come half a minute later
 * </ul>
 */
public final class CrowdLoad {
    private static final int MESSAGE_BYTES = 4096;
    private static final int INPUT_BYTES = 64 * 1024;
    /** As little as the kernel takes. */
    private static final int NARROW = 2048;

    private static final long SECOND = 1_000_000_000L;
    private static final long LIMIT_NANOS = 30 * SECOND;

    private final int port;
    private final Selector selector = Selector.open();
    private final ByteBuffer input = ByteBuffer.allocateDirect(INPUT_BYTES);
    private final ByteBuffer frame = Client.frames(MESSAGE_BYTES, 1);
    private final List<Reader> readers = new ArrayList<>();
    private final List<SocketChannel> stalled = new ArrayList<>();
    private int lost;

    private CrowdLoad(int port) throws IOException {
        this.port = port;
    }

    public static void main(String[] args) throws IOException {
        CrowdLoad load = new CrowdLoad(Integer.parseInt(args[0]));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ");
            int number = Integer.parseInt(words[1]);
            System.out.println(
                    switch (words[0]) {
                        case "open" -> load.open(number);
                        case "stall" -> load.stall(number);
                        case "broadcast" -> load.broadcast(number);
                        case "steady" -> load.steady(number, Integer.parseInt(words[2]));
                        default -> throw new IllegalArgumentException(line);
                    });
        }
    }

    private String open(int sockets) throws IOException {
        long begin = System.nanoTime();
        int refused = new Opening(port, "/crowd", 0, channel -> readers.add(new Reader(new Client(channel, input))))
                .open(sockets);
        return refused + " " + (System.nanoTime() - begin) / 1_000_000;
    }

    private String stall(int sockets) throws IOException {
        return Integer.toString(new Opening(port, "/stalled", NARROW, stalled::add).open(sockets));
    }

    /** Begins to count anew. Readers are registered here, not when they open: then they still have a key with another selector. */
    private Deliveries count(long[] due) throws IOException {
        for (Reader reader : readers) {
            if (reader.channel().keyFor(selector) == null) {
                reader.channel().register(selector, SelectionKey.OP_READ, reader);
            }
        }
        return new Deliveries(due, readers);
    }

    private String broadcast(int times) throws IOException {
        long[] micros = new long[times];
        for (int i = 0; i < times; i++) {
            Deliveries one = count(new long[] {System.nanoTime()});
            readers.get(0).send(frame);
            run(one, System.nanoTime() + LIMIT_NANOS);
            micros[i] = one.percentile(1) / 1000;
        }
        Arrays.sort(micros);
        return Long.toString(micros[times / 2]);
    }

    private String steady(int seconds, int rate) throws IOException {
        long[] due = new long[seconds * rate];
        long begin = System.nanoTime();
        Arrays.setAll(due, i -> begin + i * SECOND / rate);
        Deliveries all = count(due);
        for (long when : due) {
            run(all, when);
            readers.get(0).send(frame);
        }
        run(all, System.nanoTime() + LIMIT_NANOS);
        return all.percentile(0.5) / 1000 + " " + all.percentile(0.99) / 1000 + " " + lost + " " + all.missing();
    }

    /** Reads until all is delivered, or the time has come. */
    private void run(Deliveries deliveries, long until) throws IOException {
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            if (deliveries.missing() == 0) {
                return;
            }
            selector.select(Math.max(1, left / 1_000_000));
            for (SelectionKey key : selector.selectedKeys()) {
                receive((Reader) key.attachment(), deliveries);
            }
            selector.selectedKeys().clear();
        }
    }

    private void receive(Reader reader, Deliveries deliveries) throws IOException {
        try {
            deliveries.add(reader, reader.receive(), System.nanoTime());
        } catch (IOException thrownOut) {
            reader.channel().close();
            readers.remove(reader);
            lost++;
            deliveries.lose(reader);
        }
    }
}
