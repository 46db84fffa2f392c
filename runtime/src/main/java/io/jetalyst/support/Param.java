package io.jetalyst.support;

import io.jetalyst.http.InputError;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a request has for one parameter. The {@code to…} methods require exactly one text, {@link #optional} at most one. A
 * mistake is reported to {@link Params}, and the method returns zero or {@code null}, which nobody sees: {@link Params#check} throws
 * before the parameters are used.
 */
public final class Param {
    /** The row of a parameter that is no list. */
    private static final int ONE = -1;

    private final Params params;
    private final String in;
    private final String name;
    private final List<String> texts;
    /** Whether the texts are default values of the application, so that the client is not to blame for a mistake in them. */
    private final boolean byDefault;
    /** Whether a mistake was reported, so that the missing text is not reported as another one. */
    private boolean reported;

    Param(Params params, String in, String name, List<String> texts) {
        this(params, in, name, texts, false);
    }

    private Param(Params params, String in, String name, List<String> texts, boolean byDefault) {
        this.params = params;
        this.in = in;
        this.name = name;
        this.texts = texts;
        this.byDefault = byDefault;
    }

    /** A parameter whose texts cannot be read, which was reported. */
    static Param unreadable(Params params, String in, String name) {
        Param param = new Param(params, in, name, List.of());
        param.reported = true;
        return param;
    }

    /** This parameter, or one with these texts where the request has none. */
    public Param or(String... defaultTexts) {
        return entered().isEmpty() && !reported ? new Param(params, in, name, List.of(defaultTexts), true) : this;
    }

    /** The texts without those that a browser sends for the fields of a form that the user left empty, in its body or in the query string. */
    private List<String> entered() {
        boolean mayBeLeftEmpty = in.equals(InputError.FORM) || in.equals(InputError.QUERY);
        return mayBeLeftEmpty && texts.contains("")
                ? texts.stream().filter(text -> !text.isEmpty()).toList()
                : texts;
    }

    /** Whether a checkbox is checked. A browser sends {@code on} for a checked one, unless the page gives it another value, and nothing for others. */
    public boolean isChecked() {
        return or("false").to(Converters::toChecked) == Boolean.TRUE;
    }

    /** The one text, which may be empty. */
    public String toText() {
        return one(texts, Converters.TEXT);
    }

    public int toInt() {
        return orZero(to(Converters.INT), 0);
    }

    public long toLong() {
        return orZero(to(Converters.LONG), 0L);
    }

    public short toShort() {
        return orZero(to(Converters.SHORT), (short) 0);
    }

    public byte toByte() {
        return orZero(to(Converters.BYTE), (byte) 0);
    }

    public double toDouble() {
        return orZero(to(Converters.DOUBLE), 0.0);
    }

    public float toFloat() {
        return orZero(to(Converters.FLOAT), 0.0f);
    }

    public boolean toBoolean() {
        return orZero(to(Converters.BOOLEAN), false);
    }

    public char toChar() {
        return orZero(to(Converters.CHAR), '0');
    }

    /** The value of the one text. */
    public <T> T to(Converter<T> converter) {
        return one(entered(), converter);
    }

    private <T> T one(List<String> texts, Converter<T> converter) {
        String text = single(texts);
        if (text == null) {
            return reported ? nothing() : report(ONE, InputError.REQUIRED, "is missing");
        }
        return convert(text, converter, ONE);
    }

    /** The value of the one text; empty if the request has none. */
    public <T> Optional<T> optional(Converter<T> converter) {
        String text = single(entered());
        return text == null ? Optional.empty() : Optional.ofNullable(convert(text, converter, ONE));
    }

    /** The values of all texts in their order; empty if the request has none. */
    public <T> List<T> list(Converter<T> converter) {
        return Collections.unmodifiableList(convertAll(converter));
    }

    /**
     * An element for each text in their order, which is empty for a field that the user left empty. So the elements with one index, of several
     * lists, are one row of a table of fields.
     */
    public <T> List<Optional<T>> rows(Converter<T> converter) {
        List<Optional<T>> rows = new ArrayList<>(texts.size());
        for (int row = 0; row < texts.size(); row++) {
            String text = texts.get(row);
            rows.add(text.isEmpty() ? Optional.empty() : Optional.ofNullable(convert(text, converter, row)));
        }
        return Collections.unmodifiableList(rows);
    }

    /** The distinct values of all texts in their order; empty if the request has none. */
    public <T> Set<T> set(Converter<T> converter) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(convertAll(converter)));
    }

    /** The values of all texts in their order; empty if the request has none. */
    public <T> T[] array(Converter<T> converter, IntFunction<T[]> array) {
        return convertAll(converter).toArray(array);
    }

    /** The value that a converter found for the one text; an empty one is reported. */
    public <T> T found(Optional<T> value) {
        return params.present(value).orElseGet(() -> unknown(ONE));
    }

    /** The value for a key; empty if the request has none. A key without a value is reported. */
    public <K, T> Optional<T> foundOptional(Optional<K> key, Load<K, T> load) throws Exception {
        return key.isEmpty() ? Optional.empty() : Optional.ofNullable(found(load.load(key.get())));
    }

    /** The values for the keys, in their order. A key without a value is reported. */
    public <K, T> List<T> foundList(List<K> keys, Load<K, T> load) throws Exception {
        List<T> values = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            int row = row(texts, i);
            params.present(load.load(keys.get(i))).ifPresentOrElse(values::add, () -> unknown(row));
        }
        return Collections.unmodifiableList(values);
    }

    /** The distinct values for the keys, in their order. A key without a value is reported. */
    public <K, T> Set<T> foundSet(List<K> keys, Load<K, T> load) throws Exception {
        return Collections.unmodifiableSet(new LinkedHashSet<>(foundList(keys, load)));
    }

    private <T> T unknown(int row) {
        return report(row, InputError.UNKNOWN, "refers to something that does not exist");
    }

    private <T> List<T> convertAll(Converter<T> converter) {
        List<T> values = new ArrayList<>(texts.size());
        List<String> entered = entered();
        for (int i = 0; i < entered.size(); i++) {
            T value = convert(entered.get(i), converter, row(texts, i));
            if (value != null) { // a mistake was reported
                values.add(value);
            }
        }
        return values;
    }

    /** The position, among all texts, of the value with this index: a list has no value for a field that the user left empty. */
    static int row(List<String> texts, int index) {
        int left = index;
        for (int row = 0; row < texts.size(); row++) {
            if (!texts.get(row).isEmpty() && left-- == 0) {
                return row;
            }
        }
        return index;
    }

    private @Nullable String single(List<String> texts) {
        if (texts.size() > 1) {
            report(ONE, InputError.REPEATED, "is given " + texts.size() + " times");
        }
        return texts.size() == 1 ? texts.get(0) : null;
    }

    private <T> T convert(String text, Converter<T> converter, int row) {
        try {
            T value = converter.convert(text);
            return value == null ? invalid(row, "is not valid", null) : value;
        } catch (InvalidText invalid) {
            return invalid(row, String.valueOf(invalid.getMessage()), invalid);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException invalid) {
            return invalid(row, "is not valid", invalid);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception invalid) { // a checked exception is about the text
            return invalid(row, "is not valid", invalid);
        }
    }

    private <T> T invalid(int row, String detail, @Nullable Exception cause) {
        if (byDefault) {
            throw new IllegalStateException(
                    "the default value of the " + in + " parameter " + name + " " + detail, cause);
        }
        return report(row, InputError.TYPE, detail);
    }

    private <T> T report(int row, String code, String detail) {
        reported = true;
        params.report(
                row == ONE ? new InputError(in, name, code, detail) : InputError.atIndex(in, name, row, code, detail));
        return nothing();
    }

    /** The value of a parameter that was reported; {@link Params#check} keeps it from being used. */
    @SuppressWarnings("NullAway")
    static <T> T nothing() {
        return (T) null;
    }

    private static <T> T orZero(@Nullable T value, T zero) {
        return value == null ? zero : value;
    }
}
