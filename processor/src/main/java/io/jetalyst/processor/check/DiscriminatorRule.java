package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.JsonDecl;
import io.jetalyst.processor.decl.MessageDecl;
import io.jetalyst.processor.model.MessagesModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.Locale;

/** Each kind of message can be told from the others in JSON. A codec that does not know one says so when it comes, and not before. */
final class DiscriminatorRule {
    private DiscriminatorRule() {}

    static void check(MessagesModel messages, Problems problems) {
        messages.declaration().json().ifPresent(json -> check(messages, json, problems));
    }

    private static void check(MessagesModel messages, JsonDecl json, Problems problems) {
        String root = messages.root().type().text();
        for (MessageDecl kind : messages.kinds()) {
            String type = kind.type().text();
            if (!json.subTypes().contains(kind.type().name().qualifiedName())) {
                problems.add(
                        ProblemCode.NO_DISCRIMINATOR,
                        json.origin(),
                        root + " has no @Json.SubType for " + type + ", so no text could be read as one.",
                        "Add @Json.SubType(type = " + type + ".class, name = \"" + suggestion(kind) + "\") to " + root
                                + ".");
            }
        }
    }

    private static String suggestion(MessageDecl kind) {
        return kind.name().substring(0, 1).toLowerCase(Locale.ROOT)
                + kind.name().substring(1);
    }
}
