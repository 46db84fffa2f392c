package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.JsonDecl;
import io.jetalyst.processor.decl.MessageDecl;
import io.jetalyst.processor.model.MessagesModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Each kind of a sealed type has a discriminator in JSON. Without one, avaje-jsonb compiles, writes <code>{}</code>, and refuses what
 * it reads.
 */
final class DiscriminatorRule {
    private DiscriminatorRule() {}

    static void check(MessagesModel messages, Problems problems) {
        messages.declaration().json().ifPresent(json -> check(messages, json, problems));
    }

    private static void check(MessagesModel messages, JsonDecl json, Problems problems) {
        List<MessageDecl> missing = messages.kinds().stream()
                .filter(kind -> !json.subTypes().contains(kind.type().name().qualifiedName()))
                .toList();
        if (!missing.isEmpty()) {
            String root = messages.root().type().text();
            problems.add(
                    ProblemCode.NO_DISCRIMINATOR,
                    json.origin(),
                    root + " has no @Json.SubType for "
                            + missing.stream().map(kind -> kind.type().text()).collect(Collectors.joining(", "))
                            + ", so its JSON would be {} and could not be read.",
                    "Add " + missing.stream().map(DiscriminatorRule::annotation).collect(Collectors.joining(" "))
                            + " to " + root + ".");
        }
    }

    private static String annotation(MessageDecl kind) {
        return "@Json.SubType(type = " + kind.type().text() + ".class, name = \"" + suggestion(kind) + "\")";
    }

    private static String suggestion(MessageDecl kind) {
        return kind.name().substring(0, 1).toLowerCase(Locale.ROOT)
                + kind.name().substring(1);
    }
}
