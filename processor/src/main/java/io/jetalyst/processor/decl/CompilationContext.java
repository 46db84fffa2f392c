package io.jetalyst.processor.decl;

import java.util.List;
import java.util.Optional;

/**
 * The facts about the package and the module of a class that matter to code generated beside it.
 *
 * @param generatedVisible whether {@code javax.annotation.processing.Generated} can be named there
 * @param namedModule whether it is in a named module
 * @param shadowsJavaLang whether its package has a class named like one of {@code java.lang} that generated code uses
 * @param roles the roles that are declared for it; empty if nothing declares them
 */
public record CompilationContext(
        boolean generatedVisible, boolean namedModule, boolean shadowsJavaLang, Optional<List<String>> roles) {}
