package io.jetalyst.support;

import io.jetalyst.http.InputError;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The parameters that are components of one record. */
public final class RecordParams {
    private final Params params;
    private final String[] names;

    /** @param names the source and the name of each component, such as {@code query page} */
    RecordParams(Params params, String... names) {
        this.params = params;
        this.names = names;
    }

    /**
     * Creates the record. If one of its components has a mistake, or if the constructor throws an {@link IllegalArgumentException}, the
     * mistakes are reported, and this method returns {@code null}, which nobody sees: {@link Params#check} throws before the record is used.
     */
    public <T> T create(Supplier<T> constructor) {
        if (!params.areSound(this::invalid)) {
            return Param.nothing();
        }
        try {
            return constructor.get();
        } catch (IllegalArgumentException rejected) {
            if (names.length == 0) {
                throw rejected; // no value of the client is in it
            }
            params.reportRejected(invalid());
            return Param.nothing();
        }
    }

    private List<InputError> invalid() {
        String detail = names.length == 1 ? "is not valid" : "is not valid, alone or with the other parameters";
        return Arrays.stream(names)
                .map(name -> new InputError(
                        name.substring(0, name.indexOf(' ')),
                        name.substring(name.indexOf(' ') + 1),
                        InputError.INVALID,
                        detail))
                .toList();
    }
}
