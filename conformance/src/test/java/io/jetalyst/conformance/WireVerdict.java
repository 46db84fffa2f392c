package io.jetalyst.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks that the frames on the wire follow the agreed parameters (RFC 7692 §5 to §7).
 *
 * @param bytes the uncompressed size of all messages
 */
record WireVerdict(DeflateRun run, long bytes, WireTap.Line line) {
    private static final String EXTENSION = "permessage-deflate";

    /** Returns the failures; empty if there are none. */
    List<String> failures() {
        List<String> failures = new ArrayList<>();
        Set<String> answer = DeflateOffer.parameters(line.answered().extensions());
        Set<String> expected = run.what().offer().answer(run.endpoint());
        if (!answer.remove(EXTENSION) || !answer.equals(expected)) {
            failures.add("answered " + line.answered().extensions() + ", not " + expected);
        }
        checkFrames("the client", line.sent().dataFrames(), failures);
        checkFrames("the server", line.answered().dataFrames(), failures);
        checkUse(failures);
        checkSize(failures);
        return failures;
    }

    /** RSV1 must be set on the first frame of a message only (§6), and the other bits never. */
    private static void checkFrames(String who, List<WireRecord.Frame> frames, List<String> failures) {
        for (WireRecord.Frame frame : frames) {
            if (frame.reserved() || (frame.compressed() && frame.opcode() == 0)) {
                failures.add(who + " has sent " + frame);
            }
        }
    }

    private void checkUse(List<String> failures) {
        List<EchoMessage> messages = run.what().messages();
        List<WireRecord.Frame> sent = firstFrames(line.sent());
        List<WireRecord.Frame> answered = firstFrames(line.answered());
        if (sent.size() != messages.size() || answered.size() != messages.size()) {
            failures.add("%d messages became %d, then %d".formatted(messages.size(), sent.size(), answered.size()));
            return;
        }
        for (int i = 0; i < messages.size(); i++) {
            if (!sent.get(i).compressed() && messages.get(i).size() > 0) {
                failures.add("the client has not compressed " + messages.get(i));
            }
            if (!answered.get(i).compressed() && run.mustShrink(messages.get(i))) {
                failures.add("the server has not compressed " + messages.get(i));
            }
        }
    }

    private static List<WireRecord.Frame> firstFrames(WireRecord wire) {
        return wire.dataFrames().stream().filter(frame -> frame.opcode() != 0).toList();
    }

    private void checkSize(List<String> failures) {
        long answered = line.answered().payload();
        if (run.mustShrink(run.what().messages().get(0)) && answered >= bytes) {
            failures.add(bytes + " bytes became " + answered);
        }
    }
}
