package io.jetalyst.processor.decl;

import java.util.Set;

/**
 * A named module.
 *
 * @param tables the qualified names of the route tables it provides
 */
public record ModuleDecl(String name, Set<String> tables, Origin origin) {
    public ModuleDecl {
        tables = Set.copyOf(tables);
    }
}
