package io.jetalyst.processor.write;

/** Writes one case of a {@code switch} that returns a value. */
final class CaseWriter {
    private CaseWriter() {}

    /** {@code case 0 -> value;}, and a block if there are statements before the value. */
    static CodeBlock write(String labels, CodeBlock statements, CodeBlock value) {
        return statements.isEmpty()
                ? CodeBlock.of("case $L -> $L;\n", labels, value)
                : CodeBlock.of("""
                        case $L -> {
                            $L
                            yield $L;
                        }
                        """, labels, statements, value);
    }
}
