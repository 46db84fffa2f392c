package io.jetalyst.internal.body;

import io.jetalyst.body.Form;
import io.jetalyst.body.ReceivedBody;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form that was read before the method is called. It is decoded on demand, so that the mistakes of other parameters are found as well. */
final class FormBody implements ReceivedBody {
    static final FormBody EMPTY = new FormBody(new byte[0]);

    private final byte[] bytes;
    private @Nullable Form form;

    FormBody(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public Form form() {
        Form decoded = form;
        if (decoded == null) {
            decoded = bytes.length == 0 ? Form.of(Map.of()) : FormDecoder.decode(bytes);
            form = decoded;
        }
        return decoded;
    }
}
