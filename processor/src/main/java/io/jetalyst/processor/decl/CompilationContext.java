package io.jetalyst.processor.decl;

/**
 * The facts about the package and the module of a class that matter to code generated beside it.
 *
 * @param generatedVisible whether {@code javax.annotation.processing.Generated} can be named there
 * @param namedModule whether it is in a named module
 * @param shadowsJavaLang whether its package has a class named like one of {@code java.lang} that generated code uses
 */
public record CompilationContext(boolean generatedVisible, boolean namedModule, boolean shadowsJavaLang) {}
