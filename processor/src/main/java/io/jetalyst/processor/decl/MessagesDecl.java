package io.jetalyst.processor.decl;

import java.util.Optional;

/**
 * A type with {@code @Messages}.
 *
 * @param root the type, with the types that it permits
 * @param json its annotations of avaje-jsonb, if it has any
 */
public record MessagesDecl(MessageDecl root, Optional<JsonDecl> json, CompilationContext context) {}
