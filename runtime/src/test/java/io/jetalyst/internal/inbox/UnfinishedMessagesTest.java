package io.jetalyst.internal.inbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.internal.limit.InboundLimits;
import io.jetalyst.internal.limit.MemoryBudget;
import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.socket.CloseStatus;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients that begin messages and leave it at that share what there is for such messages. */
class UnfinishedMessagesTest {
    private static final int PART = 1000;

    private final MemoryBudget unfinished = new MemoryBudget(3 * PART);
    private final List<byte[]> messages = new ArrayList<>();

    private MessageAssembler assembler() {
        Listeners.MessageHandler keep = (session, message) -> {
            messages.add(message);
            return null;
        };
        Listeners listeners = new Listeners(null, null, null, keep, null, null, null, null);
        return new MessageAssembler(null, () -> listeners, InboundLimits.DEFAULT, unfinished);
    }

    private static void send(MessageAssembler assembler, int opcode, boolean last, int bytes) throws Exception {
        assembler.beginFrame(opcode, true);
        assembler.accept(ByteBuffer.allocate(bytes), last);
    }

    @Test
    void rejectsMessagesWhileTheBudgetIsExhausted() throws Exception {
        List<MessageAssembler> all = List.of(assembler(), assembler(), assembler());
        for (MessageAssembler assembler : all) {
            send(assembler, Opcode.BINARY, false, PART);
        }
        MessageAssembler late = assembler();
        CloseException refused = assertThrows(CloseException.class, () -> send(late, Opcode.BINARY, false, PART));
        assertEquals(CloseStatus.TRY_AGAIN_LATER, refused.status().code());

        send(assembler(), Opcode.BINARY, true, 10 * PART); // a message that comes at once takes no room
        send(all.get(0), Opcode.CONTINUATION, true, 1);
        assertArrayEquals(new byte[PART + 1], messages.get(1));
        send(assembler(), Opcode.BINARY, false, PART);

        all.get(1).close();
        all.get(1).close();
        send(assembler(), Opcode.BINARY, false, PART);
        assertThrows(CloseException.class, () -> send(assembler(), Opcode.BINARY, false, 1));
    }
}
