package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;

/** Writes the rule of a route for pages of other origins. */
final class CorsWriter {
    private CorsWriter() {}

    /** {@code .allowOrigins(CorsRule.of("https://app.example").credentials())}; the values that are left to their defaults are not written. */
    static CodeBlock write(AnnotationDecl cors) {
        CodeBlock.Builder rule = CodeBlock.builder()
                .add("\n        .allowOrigins($T.of($L)", Names.CORS_RULE, texts(cors, Vocabulary.VALUE));
        cors.value(Vocabulary.CREDENTIALS)
                .filter(value -> value.text().equals("true"))
                .ifPresent(value -> rule.add(".credentials()"));
        if (cors.values().containsKey(Vocabulary.HEADERS)) {
            rule.add(".permitHeaders($L)", texts(cors, Vocabulary.HEADERS));
        }
        if (!cors.values(Vocabulary.EXPOSED).isEmpty()) {
            rule.add(".exposeHeaders($L)", texts(cors, Vocabulary.EXPOSED));
        }
        cors.value(Vocabulary.MAX_AGE_SECONDS)
                .map(ValueDecl::text)
                .filter(text -> text.matches("\\d+"))
                .ifPresent(text -> rule.add(".maxAge($L)", text));
        return rule.add(")").build();
    }

    private static CodeBlock texts(AnnotationDecl cors, String member) {
        return cors.values(member).stream()
                .map(value -> CodeBlock.of("$S", value.text()))
                .collect(CodeBlock.joining(", "));
    }
}
