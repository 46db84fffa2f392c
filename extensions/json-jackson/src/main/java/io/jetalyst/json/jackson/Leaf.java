package io.jetalyst.json.jackson;

import io.jetalyst.codec.json.Expected;
import io.jetalyst.codec.json.JsonNumbers;
import io.jetalyst.codec.json.TextForm;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads the values of one type that are neither objects nor arrays. If a value does not fit, it adds a fault and returns a substitute. */
final class Leaf {
    private static final Set<JsonToken> STRING = Set.of(JsonToken.VALUE_STRING);
    private static final Set<JsonToken> NUMBER = Set.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT);
    private static final Set<JsonToken> BOOLEAN = Set.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE);
    private static final Set<JsonToken> DECIMAL =
            Set.of(JsonToken.VALUE_STRING, JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT);

    private static final Map<Class<?>, Leaf> LEAVES = Map.ofEntries(
            Map.entry(boolean.class, new Leaf(false, BOOLEAN, Expected.BOOLEAN, TrackingParser::getBooleanValue)),
            Map.entry(byte.class, whole((byte) 0, Byte.MIN_VALUE, Byte.MAX_VALUE, Long::byteValue)),
            Map.entry(short.class, whole((short) 0, Short.MIN_VALUE, Short.MAX_VALUE, Long::shortValue)),
            Map.entry(int.class, whole(0, Integer.MIN_VALUE, Integer.MAX_VALUE, Long::intValue)),
            Map.entry(long.class, whole(0L, Long.MIN_VALUE, Long.MAX_VALUE, value -> value)),
            Map.entry(float.class, number(0f, (numbers, text) -> numbers.single(text))),
            Map.entry(double.class, number(0d, (numbers, text) -> numbers.real(text))),
            Map.entry(String.class, new Leaf(null, STRING, Expected.STRING, TrackingParser::getString)),
            Map.entry(byte[].class, new Leaf(null, STRING, Expected.BASE64, Leaf::binary)),
            Map.entry(
                    BigDecimal.class,
                    new Leaf(
                            null,
                            DECIMAL,
                            Expected.NUMBER,
                            in -> in.body().numbers.decimal(in.getString()))),
            Map.entry(
                    BigInteger.class,
                    new Leaf(
                            null,
                            DECIMAL,
                            Expected.NUMBER,
                            in -> in.body().numbers.integer(in.getString()))));

    private static final Map<Class<?>, Class<?>> PRIMITIVES = Map.of(
            Boolean.class, boolean.class,
            Byte.class, byte.class,
            Short.class, short.class,
            Integer.class, int.class,
            Long.class, long.class,
            Float.class, float.class,
            Double.class, double.class);

    private final @Nullable Object absent;
    private final Set<JsonToken> tokens;
    private final String expected;
    private final Function<TrackingParser, @Nullable Object> read;

    private Leaf(
            @Nullable Object absent,
            Set<JsonToken> tokens,
            String expected,
            Function<TrackingParser, @Nullable Object> read) {
        this.absent = absent;
        this.tokens = tokens;
        this.expected = expected;
        this.read = read;
    }

    private static Leaf whole(Object absent, long least, long most, Function<Long, Object> convert) {
        return new Leaf(
                absent,
                NUMBER,
                JsonNumbers.expected(least, most),
                in -> convert.apply(in.body().numbers.whole(in.getString(), least, most)));
    }

    private static Leaf number(Object absent, NumberParser parse) {
        return new Leaf(absent, NUMBER, Expected.NUMBER, in -> parse.parse(in.body().numbers, in.getString()));
    }

    private static byte[] binary(TrackingParser in) {
        try {
            return Base64.getDecoder().decode(in.getString());
        } catch (IllegalArgumentException e) {
            in.faults().addType(Expected.BASE64);
            return new byte[0];
        }
    }

    /** Returns how to read a type; {@code null} if Jackson knows that better. */
    static @Nullable Leaf of(Class<?> type) {
        @Nullable Leaf leaf = LEAVES.get(PRIMITIVES.getOrDefault(type, type));
        if (leaf != null) {
            return type.isPrimitive() ? leaf : leaf.orNull();
        }
        @Nullable TextForm<?> form = TextForm.of(type);
        return form == null
                ? null
                : new Leaf(null, STRING, Expected.STRING, in -> form.read(in.getString(), in.faults()));
    }

    private Leaf orNull() {
        return new Leaf(null, tokens, expected, read);
    }

    @Nullable
    Object read(TrackingParser in) {
        if (tokens.contains(in.currentToken())) {
            return read.apply(in);
        }
        in.faults().addType(expected);
        in.skipChildren();
        return absent;
    }

    /** The value of an absent member: zero or {@code null}. */
    @Nullable
    Object absent() {
        return absent;
    }

    private interface NumberParser {
        Object parse(JsonNumbers numbers, String text);
    }
}
