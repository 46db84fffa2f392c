package io.jetalyst.internal.body;

import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.InputError;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decodes the content coding gzip (RFC 1952), of one or several members, in pieces: the caller gives it the bytes that have arrived, and takes
 * the decoded bytes until there are no more. It holds native memory until it is closed.
 */
final class GzipDecoder implements AutoCloseable {
    private static final int HEADER_BYTES = 10;
    private static final int TRAILER_BYTES = 8;
    private static final int CRC_FLAG = 2;
    private static final int EXTRA_FLAG = 4;
    private static final int NAME_FLAG = 8;
    private static final int COMMENT_FLAG = 16;
    private static final int RESERVED_FLAGS = 0xe0;

    private enum State {
        HEADER,
        EXTRA_LENGTH,
        EXTRA,
        NAME,
        COMMENT,
        HEADER_CRC,
        DATA,
        TRAILER
    }

    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private State state = State.HEADER;
    /** The number of bytes of this state that were read. */
    private int count;
    /** The last eight bytes of a state with numbers; the last one that was read is the highest. */
    private long number;

    private int flags;
    private int extraBytes;
    private byte[] input = new byte[0];
    private int position;
    private boolean closed;

    /** Gives the next bytes. {@link #decode} has returned 0 before. */
    synchronized void input(byte[] bytes) {
        input = bytes;
        position = 0;
    }

    /**
     * Takes decoded bytes.
     *
     * @return their number; 0 if more input is needed
     * @throws BindingProblem 400 if the input is no valid gzip
     */
    synchronized int decode(byte[] into, int offset, int length) {
        while (!closed && position < input.length) {
            if (state == State.DATA) {
                int decoded = inflate(into, offset, length);
                if (decoded > 0) {
                    return decoded;
                }
            } else {
                read(input[position++] & 0xff);
            }
        }
        return 0;
    }

    private int inflate(byte[] into, int offset, int length) {
        inflater.setInput(input, position, input.length - position);
        int decoded;
        try {
            decoded = inflater.inflate(into, offset, length);
        } catch (DataFormatException broken) {
            throw invalid();
        }
        if (inflater.needsDictionary()) {
            throw invalid();
        }
        crc.update(into, offset, decoded);
        position = input.length - inflater.getRemaining();
        if (inflater.finished()) {
            begin(State.TRAILER);
        } else if (decoded == 0 && !inflater.needsInput()) {
            throw invalid();
        }
        return decoded;
    }

    private void begin(State next) {
        state = next;
        count = 0;
        number = 0;
    }

    /** Reads one byte of a header or trailer. */
    private void read(int next) {
        count++;
        number = number >>> 8 | (long) next << 56;
        switch (state) {
            case HEADER -> readHeader(next);
            case EXTRA_LENGTH -> {
                if (count == 2) {
                    extraBytes = (int) (number >>> 48);
                    begin(extraBytes == 0 ? afterExtra() : State.EXTRA);
                }
            }
            case EXTRA -> {
                if (count == extraBytes) {
                    begin(afterExtra());
                }
            }
            case NAME -> {
                if (next == 0) {
                    begin(afterName());
                }
            }
            case COMMENT -> {
                if (next == 0) {
                    begin(afterComment());
                }
            }
            case HEADER_CRC -> {
                if (count == 2) {
                    begin(State.DATA);
                }
            }
            default -> readTrailer();
        }
    }

    private void readHeader(int next) {
        boolean valid = switch (count) {
            case 1 -> next == 0x1f;
            case 2 -> next == 0x8b;
            case 3 -> next == 8; // deflate
            case 4 -> (next & RESERVED_FLAGS) == 0;
            default -> true;
        };
        if (!valid) {
            throw invalid();
        }
        if (count == 4) {
            flags = next;
        } else if (count == HEADER_BYTES) {
            begin((flags & EXTRA_FLAG) == 0 ? afterExtra() : State.EXTRA_LENGTH);
        }
    }

    private State afterExtra() {
        return (flags & NAME_FLAG) == 0 ? afterName() : State.NAME;
    }

    private State afterName() {
        return (flags & COMMENT_FLAG) == 0 ? afterComment() : State.COMMENT;
    }

    private State afterComment() {
        return (flags & CRC_FLAG) == 0 ? State.DATA : State.HEADER_CRC;
    }

    /** The checksum and the length, modulo 2^32; another member may follow. */
    private void readTrailer() {
        if (count < TRAILER_BYTES) {
            return;
        }
        long length = inflater.getBytesWritten() & 0xffffffffL;
        if (number != (length << 32 | crc.getValue())) {
            throw invalid();
        }
        inflater.reset();
        crc.reset();
        begin(State.HEADER);
    }

    /** @throws BindingProblem 400 if the input has ended within a member */
    synchronized void end() {
        if (state != State.HEADER || count > 0) {
            throw invalid();
        }
    }

    private static BindingProblem invalid() {
        return new BindingProblem(InputError.body("", InputError.ENCODING, "is not valid gzip"));
    }

    @Override
    public synchronized void close() {
        closed = true;
        inflater.end();
    }
}
