package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.MessageDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.MessagesModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.Map;
import java.util.TreeMap;

/**
 * Members of one name have one type in all kinds of a sealed type. Where they differ, avaje-jsonb 3.11 writes the wrong name, reads a
 * message only if its discriminator comes first, or generates code that does not compile.
 */
final class SharedMemberRule {
    private SharedMemberRule() {}

    static void check(MessagesModel messages, Problems problems) {
        if (messages.declaration().json().isEmpty()) {
            return;
        }
        Map<String, MessageDecl> first = new TreeMap<>();
        Map<String, MessageDecl> reported = new TreeMap<>();
        for (MessageDecl kind : messages.kinds()) {
            kind.members().forEach((name, type) -> {
                MessageDecl other = first.putIfAbsent(name, kind);
                if (other != null
                        && !type.equals(other.members().get(name))
                        && reported.putIfAbsent(name, kind) == null) {
                    add(name, other, kind, type, problems);
                }
            });
        }
    }

    private static void add(String name, MessageDecl one, MessageDecl other, TypeRef type, Problems problems) {
        problems.add(
                ProblemCode.SHARED_MEMBER,
                other.origin(),
                "The member " + name + " has the type "
                        + one.members().get(name).text() + " in "
                        + one.type().text() + " and " + type.text() + " in "
                        + other.type().text()
                        + ", which avaje-jsonb confuses.",
                "Rename one of them, or give both one type.");
    }
}
