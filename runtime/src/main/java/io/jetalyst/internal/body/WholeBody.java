package io.jetalyst.internal.body;

import io.jetalyst.body.ReceivedBody;
import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.InputError;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A body that was read before the method is called. */
record WholeBody(byte[] bytes, Charset charset) implements ReceivedBody {
    static final WholeBody EMPTY = new WholeBody(new byte[0], StandardCharsets.UTF_8);

    WholeBody(byte[] bytes, ContentType contentType) {
        this(bytes, contentType.charset().flatMap(MediaTypeCheck::charset).orElse(StandardCharsets.UTF_8));
    }

    @Override
    public String text() {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException malformed) {
            throw new BindingProblem(InputError.body("", InputError.ENCODING, "is not valid " + charset));
        }
    }
}
