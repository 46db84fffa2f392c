package io.jetalyst.internal.outbox;

import io.jetalyst.internal.protocol.DeflateAgreement;
import io.jetalyst.internal.protocol.MessageDeflater;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A message to many sessions, compressed once for all sessions that agreed on the same parameters without context takeover: they receive
 * the same bytes. Safe for all threads; two threads that ask first at the same time may both compress.
 */
final class Deflated {
    private final ByteBuffer message;
    private volatile @Nullable Map<DeflateAgreement, Optional<ByteBuffer>> forms;

    Deflated(ByteBuffer message) {
        this.message = message;
    }

    /** As {@link MessageDeflater#deflateWhole}. */
    Optional<ByteBuffer> by(MessageDeflater deflater, DeflateAgreement agreement) {
        Map<DeflateAgreement, Optional<ByteBuffer>> known = forms;
        if (known == null) {
            known = new ConcurrentHashMap<>(2);
            forms = known;
        }
        Optional<ByteBuffer> form = known.get(agreement);
        if (form == null) {
            form = deflater.deflateWhole(message);
            known.put(agreement, form);
        }
        return form;
    }
}
