package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.CompilationContext;
import java.util.List;

/** The lines before generated classes. */
final class ClassFrame {
    private ClassFrame() {}

    /**
     * The annotations of a class, a line for each.
     *
     * @param processor the name of the processor that generates it
     * @param warnings those that the class suppresses
     */
    static CodeBlock annotations(CompilationContext context, String processor, List<String> warnings) {
        CodeBlock.Builder lines = CodeBlock.builder();
        if (context.generatedVisible()) {
            lines.add("@$T($S)\n", Names.GENERATED, processor);
        }
        return lines.add(suppress(warnings)).build();
    }

    /** {@code @SuppressWarnings("unchecked")}; nothing if there are no warnings. */
    static CodeBlock suppress(List<String> warnings) {
        if (warnings.isEmpty()) {
            return CodeBlock.of("");
        }
        CodeBlock names =
                warnings.stream().map(name -> CodeBlock.of("$S", name)).collect(CodeBlock.joining(", "));
        return CodeBlock.of(warnings.size() == 1 ? "@$T($L)\n" : "@$T({$L})\n", SuppressWarnings.class, names);
    }

    /** {@code  throws Exception}. */
    static CodeBlock throwing(boolean isThrowing) {
        return isThrowing ? CodeBlock.of(" throws $T", Exception.class) : CodeBlock.of("");
    }
}
