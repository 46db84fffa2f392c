package io.jetalyst.internal.socket;

import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.engine.SocketWire;
import io.jetalyst.internal.protocol.CloseFrame;
import io.jetalyst.internal.protocol.Opcode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * An engine's wire in memory, played by one thread: the test gives frames if the socket reads, and looks at those that were sent. While
 * it is {@linkplain #stall stalled}, nothing is written.
 */
public final class MemoryWire implements SocketWire {
    private static final int BUFFER_BYTES = 4096;
    private static final int MASK = 0x5a;

    private final SocketReceiver receiver;
    private final ServerFrames written = new ServerFrames();
    private final List<String> sent = new ArrayList<>();
    private final ArrayDeque<Runnable> unwritten = new ArrayDeque<>();
    private boolean stalled;
    private boolean gone;
    private boolean ended;
    private boolean answersClose;
    private boolean reading = true;
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private int writes;
    private Runnable meanwhile = () -> {};
    private Executor threads = Runnable::run;
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();

    public MemoryWire(SocketReceiver receiver) {
        this.receiver = receiver;
        receiver.opened(this);
    }

    @Override
    public ByteBuffer buffer() {
        return ByteBuffer.allocate(BUFFER_BYTES);
    }

    @Override
    public boolean write(ByteBuffer bytes, Written told) {
        writes++;
        meanwhile.run();
        if (!stalled && !gone && !ended) {
            send(bytes);
            return true;
        }
        unwritten.add(() -> {
            if (gone || ended) {
                told.written(new java.io.IOException("gone"));
            } else {
                send(bytes);
                told.written(null);
            }
        });
        if (!stalled || gone || ended) {
            unwritten.poll().run();
        }
        return false;
    }

    private void send(ByteBuffer bytes) {
        List<String> frames = written.take(bytes);
        sent.addAll(frames);
        if (answersClose && frames.stream().anyMatch(frame -> frame.startsWith("8:"))) {
            bytes(closeBytes(1000, ""));
        }
    }

    @Override
    public void resume() {
        if (reading) {
            throw new AssertionError("resumed although it reads");
        }
        reading = true;
        read();
    }

    @Override
    public void shutdownOutput() {
        ended = true;
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    /** Runs tasks that may block on these threads; by default they run on the thread of the test. */
    public void threads(Executor others) {
        threads = others;
    }

    /** All threads that may block are busy until {@link #idle}. */
    public void busy() {
        threads = tasks::add;
    }

    public void idle() {
        threads = Runnable::run;
        while (!tasks.isEmpty()) {
            tasks.poll().run();
        }
    }

    @Override
    public void close() {
        lose(null);
    }

    /** The network fails. */
    public void lose(Throwable failure) {
        if (!gone) {
            gone = true;
            execute(() -> receiver.closed(failure));
            unwritten.forEach(Runnable::run);
            unwritten.clear();
        }
    }

    /** Whether the socket reads. */
    public boolean listens() {
        return reading;
    }

    /** Whether the connection has ended. */
    public boolean gone() {
        return gone;
    }

    /** Whether the socket has said that nothing follows. */
    public boolean ended() {
        return ended;
    }

    /** The peer sends a frame, which the socket must be ready for. */
    public void frame(int opcode, boolean last, byte... payload) {
        if (!reading) {
            throw new AssertionError("nothing is read");
        }
        bytes(frameBytes(opcode, last, payload));
    }

    /** The peer sends bytes; those that are not read wait. */
    public void bytes(byte... bytes) {
        ByteBuffer all = ByteBuffer.allocate(rest.remaining() + bytes.length);
        rest = all.put(rest).put(bytes).flip();
        read();
    }

    private void read() {
        while (reading && rest.hasRemaining() && !gone) {
            ByteBuffer now = rest;
            rest = ByteBuffer.allocate(0);
            reading = false;
            boolean more = receiver.received(now);
            rest = ByteBuffer.allocate(now.remaining() + rest.remaining())
                    .put(now.slice())
                    .put(rest)
                    .flip();
            reading |= more;
            if (more && now.hasRemaining()) {
                throw new AssertionError(now.remaining() + " bytes are left although more is read");
            }
        }
    }

    /** A frame as a client sends it. */
    public static byte[] frameBytes(int opcode, boolean last, byte... payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) (opcode | (last ? 0x80 : 0)));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 1 << 16) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.put((byte) MASK).put((byte) MASK).put((byte) MASK).put((byte) MASK);
        for (byte each : payload) {
            frame.put((byte) (each ^ MASK));
        }
        byte[] bytes = new byte[frame.flip().remaining()];
        frame.get(bytes);
        return bytes;
    }

    /** The peer sends a text message. */
    public void text(String text) {
        frame(Opcode.TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The peer closes, and the connection ends, whether that is read or not. */
    public void closeByPeer(int code, String reason) {
        bytes(closeBytes(code, reason));
        close();
    }

    private static byte[] closeBytes(int code, String reason) {
        byte[] payload = new byte[2 + reason.length()];
        new CloseFrame(code, reason).payload().get(payload);
        return frameBytes(Opcode.CLOSE, true, payload);
    }

    /** From now on the peer answers our close at once. */
    public void answerClose() {
        answersClose = true;
    }

    /** Nothing is written until {@link #flow}. */
    public void stall() {
        stalled = true;
    }

    public void flow() {
        stalled = false;
        while (!unwritten.isEmpty()) {
            unwritten.poll().run();
        }
    }

    /** The network takes one buffer, and is stalled again. */
    public void flowOnce() {
        if (!unwritten.isEmpty()) {
            unwritten.poll().run();
        }
    }

    /** Runs this task during each write from now on, as another thread may. */
    public void meanwhile(Runnable others) {
        meanwhile = others;
    }

    /** The frames that were written since the last call, as {@code opcode:text}, or {@code opcode+:text} if the frame is not final. */
    public List<String> sent() {
        List<String> all = List.copyOf(sent);
        sent.clear();
        return all;
    }

    /** How many writes there were since the last call. */
    public int writes() {
        int count = writes;
        writes = 0;
        return count;
    }
}
