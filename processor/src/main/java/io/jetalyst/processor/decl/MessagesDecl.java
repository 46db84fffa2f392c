package io.jetalyst.processor.decl;

import java.util.Optional;

/**
 * A type that is marked as one of messages.
 *
 * @param root the type, with what is below it
 * @param json what avaje-jsonb is told of it, if anything is
 */
public record MessagesDecl(MessageDecl root, Optional<JsonDecl> json, CompilationContext context) {}
