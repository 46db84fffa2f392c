package io.jetalyst.processor.decl;

import java.util.Set;

/**
 * A named module.
 *
 * @param tables the qualified names of the route tables it provides
 * @param jsonTypes the qualified names of the descriptions of JSON types it provides
 */
public record ModuleDecl(String name, Set<String> tables, Set<String> jsonTypes, Origin origin) {
    public ModuleDecl {
        tables = Set.copyOf(tables);
        jsonTypes = Set.copyOf(jsonTypes);
    }
}
