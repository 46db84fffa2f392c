package io.jetalyst.support;

import io.jetalyst.body.ReceivedBody;
import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.MalformedBodyException;
import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.InputError;
import java.util.Optional;

/** Decodes the body of a request and reports the mistakes in it. */
final class BodyParams {
    private BodyParams() {}

    static <T> T required(Params params, byte[] bytes, BodyReader<T> reader) {
        if (bytes.length == 0) {
            params.report(InputError.body("", InputError.REQUIRED, "is missing"));
            return Param.nothing();
        }
        return read(params, bytes, reader);
    }

    static <T> Optional<T> optional(Params params, byte[] bytes, BodyReader<T> reader) {
        return bytes.length == 0 ? Optional.empty() : Optional.ofNullable(read(params, bytes, reader));
    }

    private static <T> T read(Params params, byte[] bytes, BodyReader<T> reader) {
        try {
            return reader.read(bytes);
        } catch (MalformedBodyException malformed) {
            malformed.faults().forEach(fault -> params.report(error(fault)));
            return Param.nothing();
        }
    }

    private static InputError error(BodyFault fault) {
        return fault.pointer() == null
                ? InputError.body(
                        "",
                        fault.code(),
                        fault.detail() + " (line " + fault.line() + ", column " + fault.column() + ")")
                : InputError.body(fault.pointer(), fault.code(), fault.detail());
    }

    static String text(Params params, ReceivedBody body) {
        try {
            return body.text();
        } catch (BindingProblem malformed) {
            malformed.errors().forEach(params::report);
            return "";
        }
    }
}
