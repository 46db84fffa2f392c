package io.jetalyst.json.avaje;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonDataException;
import io.avaje.json.JsonReader;
import io.avaje.json.PropertyNames;
import io.avaje.json.stream.BufferRecycleStrategy;
import io.avaje.json.stream.JsonStream;
import io.avaje.jsonb.Jsonb;
import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.JsonOptions;
import io.jetalyst.codec.JsonShape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Reads one body for the adapters of avaje-jsonb, and collects the faults with their JSON pointers. The body has passed {@link JsonSyntax}.
 *
 * <p>After a fault, this reader supplies a substitute value and continues, so that one response lists all faults. If it cannot continue, it
 * throws a {@link Stop}.
 *
 * <p>It never passes the names of an adapter to the parser of avaje-jsonb, which would look member names up by a hash of their bytes: an
 * escaped name would not be found, and an unknown name with the same hash would be taken for a known one.
 */
final class TrackingReader implements JsonReader {
    /** Readers besides that of the body. The pool of avaje-jsonb has one parser for each thread, also if it is in use. */
    private static final JsonStream SOURCES = JsonStream.builder()
            .bufferRecycling(BufferRecycleStrategy.NO_RECYCLING)
            .build();

    private static final int MAX_SCALE = 1000;
    private static final int MAX_DIGITS = 1000;

    private final JsonOptions options;
    private final Faults faults;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final JsonReader body;
    private JsonReader in;
    private JsonShape.@Nullable Members expected;
    private boolean begun;
    private int buffered;

    TrackingReader(Jsonb jsonb, JsonOptions options, byte[] body) {
        this.options = options;
        this.body = jsonb.reader(body);
        this.in = this.body;
        this.faults = new Faults(frames);
    }

    Faults faults() {
        return faults;
    }

    /** Reads a record of this shape. Returns {@code null} if it has faults. */
    <T> @Nullable T members(JsonShape.Members shape, JsonAdapter<T> adapter) {
        if (!begun && !isAt(Token.BEGIN_OBJECT, "An object is expected.")) {
            return null;
        }
        expected = shape;
        int depth = begun ? frames.size() - 1 : frames.size();
        int before = faults.count();
        try {
            return adapter.fromJson(this);
        } catch (Stop e) {
            throw e;
        } catch (RuntimeException e) {
            if (frames.size() != depth) {
                throw e;
            }
            if (faults.count() == before) { // otherwise the constructor got a substitute
                faults.add(BodyFault.INVALID, "The values of the object are not allowed.", e);
            }
            return null;
        }
    }

    /** Reads a value of a sealed type. Returns {@code null} if it has faults. */
    <T> @Nullable T kind(KindAdapter<T> kinds) {
        if (!isAt(Token.BEGIN_OBJECT, "An object is expected.")) {
            return null;
        }
        in.beginObject();
        Frame frame = new Frame(in, false);
        frames.push(frame);
        StringBuilder members = new StringBuilder();
        while (in.hasNextField()) {
            String name = field(frame);
            if (name.equals(kinds.discriminator())) {
                buffered += members.length();
                return kind(frame, kinds, members);
            }
            members.append(members.length() == 0 ? "{" : ",")
                    .append(JsonText.quoted(name))
                    .append(':')
                    .append(in.readRaw());
            if (buffered + members.length() > KindAdapter.MAX_BUFFERED) {
                frame.at(kinds.discriminator());
                throw stop(BodyFault.LIMIT, "The member must come first in an object of this size.", null);
            }
        }
        frame.at(kinds.discriminator());
        faults.add(BodyFault.REQUIRED, "The member is required. It is one of: " + kinds.names() + ".", null);
        return end();
    }

    /** @param members the members in front of the discriminator, as an object without its closing brace */
    private <T> @Nullable T kind(Frame frame, KindAdapter<T> kinds, StringBuilder members) {
        @Nullable
        JsonAdapter<? extends T> adapter =
                isAt(Token.STRING, "A string is expected, one of: " + kinds.names() + ".") ? kinds.named(text()) : null;
        if (adapter != null) {
            begun = true;
            if (members.length() > 0) {
                JsonReader replay = SOURCES.reader(members.append('}').toString());
                replay.beginObject();
                frame.replay(replay);
            }
            return adapter.fromJson(this);
        }
        faults.add(BodyFault.KIND, "There is no such kind. It is one of: " + kinds.names() + ".", null);
        while (in.hasNextField()) {
            field(frame);
            in.skipValue();
        }
        return end();
    }

    private <T> @Nullable T end() {
        in.endObject();
        frames.pop();
        return null;
    }

    /** Reads the name of the next member from the body. */
    private String field(Frame frame) {
        String name = in.nextField();
        frame.at(name);
        if (!frame.see(name)) {
            throw stop(BodyFault.DUPLICATE, "The object contains the member twice.", null);
        }
        return name;
    }

    @Override
    public void beginObject(PropertyNames names) {
        beginObject();
    }

    @Override
    public void beginObject() {
        JsonShape.@Nullable Members shape = expected;
        expected = null;
        if (begun) {
            begun = false;
        } else {
            if (in.currentToken() != Token.BEGIN_OBJECT) {
                throw stop(BodyFault.TYPE, "An object is expected.", null);
            }
            in.beginObject();
            frames.push(new Frame(in, false));
        }
        frames.element().shape(shape);
    }

    @Override
    public boolean hasNextField() {
        Frame frame = frames.element();
        boolean replays = frame.replays();
        in = frame.source();
        if (replays) {
            return true;
        }
        if (!frame.ended() && in.hasNextField()) {
            return true;
        }
        frame.end(faults);
        return frame.hasDefault();
    }

    @Override
    public String nextField() {
        Frame frame = frames.element();
        if (frame.isReplaying()) {
            frame.at(in.nextField());
        } else if (frame.ended()) {
            in = sub(frame.nextDefault());
        } else {
            field(frame);
        }
        if (in.currentToken() == Token.NULL) {
            nullField(frame);
        }
        return frame.name();
    }

    private void nullField(Frame frame) {
        if (frame.isRequired()) {
            faults.add(BodyFault.REQUIRED, "The member must not be null.", null);
        }
        @Nullable String absent = frame.absent();
        if (absent != null) {
            in.isNullValue(); // reads it
            in = sub(absent);
        }
    }

    @Override
    public void endObject() {
        Frame frame = frames.element();
        in = frame.source();
        in.endObject();
        frames.pop();
    }

    private JsonReader sub(String json) {
        JsonReader reader = SOURCES.reader("[" + json + "]"); // the parser skips no value that nothing follows
        reader.beginArray();
        reader.hasNextElement();
        return reader;
    }

    @Override
    public void beginArray() {
        if (in.currentToken() != Token.BEGIN_ARRAY) {
            throw stop(BodyFault.TYPE, "An array is expected.", null);
        }
        in.beginArray();
        frames.push(new Frame(in, true));
    }

    @Override
    public boolean hasNextElement() {
        boolean more = in.hasNextElement();
        if (more) {
            frames.element().nextIndex();
            if (in.currentToken() == Token.NULL) { // the adapters of collections would leave it out
                faults.add(BodyFault.REQUIRED, "The element must not be null.", null);
            }
        }
        return more;
    }

    @Override
    public void endArray() {
        in.endArray();
        frames.pop();
    }

    @Override
    public void unmappedField(String fieldName) {
        if (options.rejectUnknown()) {
            faults.add(BodyFault.UNKNOWN, "There is no such member.", null);
        }
    }

    /** Whether the value has this JSON type; if not, adds a fault and skips the value. A {@code null} is a fault, too. */
    private boolean isAt(Token token, String otherwise) {
        Token found = in.currentToken();
        if (found == token) {
            return true;
        }
        faults.add(BodyFault.TYPE, found == Token.NULL ? "The value must not be null." : otherwise, null);
        if (frames.isEmpty()) {
            throw new Stop();
        }
        if (found != Token.NULL || !in.isNullValue()) {
            in.skipValue();
        }
        return false;
    }

    Stop stop(String code, String detail, @Nullable Throwable cause) {
        faults.add(code, detail, cause);
        return new Stop();
    }

    @Override
    public boolean readBoolean() {
        return isAt(Token.BOOLEAN, "True or false is expected.") && in.readBoolean();
    }

    @Override
    public int readInt() {
        return (int) whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public long readLong() {
        return whole(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Reads a whole number within these bounds. */
    long whole(long least, long most) {
        String expected = "A whole number from " + least + " to " + most + " is expected.";
        if (isAt(Token.NUMBER, expected)) {
            try {
                long value = number().longValueExact();
                if (value >= least && value <= most) {
                    return value;
                }
                faults.add(BodyFault.TYPE, expected, null);
            } catch (ArithmeticException e) {
                faults.add(BodyFault.TYPE, expected, e);
            }
        }
        return 0;
    }

    @Override
    public double readDouble() {
        return isAt(Token.NUMBER, "A number is expected.") ? number().doubleValue() : 0;
    }

    private BigDecimal number() {
        try {
            return in.readDecimal();
        } catch (JsonDataException | NumberFormatException e) {
            throw stop(BodyFault.LIMIT, "The number has too many digits.", e);
        }
    }

    /** Reads a number, or a string that has the form of a number: clients without decimals of their own send strings. */
    @Override
    public BigDecimal readDecimal() {
        BigDecimal value = BigDecimal.ZERO;
        if (in.currentToken() == Token.STRING) {
            String text = text();
            try {
                value = text.length() > MAX_DIGITS ? value : new BigDecimal(text);
            } catch (NumberFormatException e) {
                faults.add(BodyFault.TYPE, "A number is expected.", e);
            }
            if (text.length() > MAX_DIGITS) {
                faults.add(BodyFault.LIMIT, "The number has too many digits.", null);
            }
        } else if (isAt(Token.NUMBER, "A number is expected.")) {
            value = number();
        }
        if (Math.abs((long) value.scale()) > MAX_SCALE) { // arithmetic with such numbers would exhaust the memory
            faults.add(BodyFault.LIMIT, "The exponent of the number is too large.", null);
            return BigDecimal.ZERO;
        }
        return value;
    }

    @Override
    public BigInteger readBigInteger() {
        try {
            return readDecimal().toBigIntegerExact();
        } catch (ArithmeticException e) {
            faults.add(BodyFault.TYPE, "A whole number is expected.", e);
            return BigInteger.ZERO;
        }
    }

    @Override
    public String readString() {
        return isAt(Token.STRING, "A string is expected.") ? text() : "";
    }

    /** The parser of avaje-jsonb rejects strings of more than 32 Ki characters, but returns their JSON. */
    private String text() {
        return frames.isEmpty() ? in.readString() : JsonText.unquoted(in.readRaw());
    }

    @Override
    public byte[] readBinary() {
        return isAt(Token.STRING, "A string is expected, in Base64.") ? in.readBinary() : new byte[0];
    }

    @Override
    public boolean isNullValue() {
        return in.currentToken() == Token.NULL && in.isNullValue();
    }

    @Override
    public String readRaw() {
        return in.readRaw();
    }

    @Override
    public String location() {
        return faults.pointer();
    }

    @Override
    public Token currentToken() {
        return in.currentToken();
    }

    @Override
    public void skipValue() {
        in.skipValue();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return in.unwrap(type);
    }

    @Override
    public void close() {
        body.close(); // the other readers have no resources
    }
}
