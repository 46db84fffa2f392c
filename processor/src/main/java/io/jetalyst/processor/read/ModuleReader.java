package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.ModuleDecl;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads which tables a module provides. Only in the last round: earlier, javac 17 fails on a table that is not yet written. */
public final class ModuleReader {
    private final Elements elements;
    private final SourceTypes sources;

    public ModuleReader(Elements elements, SourceTypes sources) {
        this.elements = elements;
        this.sources = sources;
    }

    /**
     * The named module of a class, if its declaration is compiled in this run. It is not where tests are patched into the
     * module of the code they test; nobody can provide a table there.
     */
    public Optional<ModuleDecl> moduleOf(String qualifiedName) {
        TypeElement type = elements.getTypeElement(qualifiedName);
        ModuleElement module = type == null ? null : elements.getModuleOf(type);
        return module == null || module.isUnnamed() || !sources.contain(module)
                ? Optional.empty()
                : Optional.of(read(module, type));
    }

    private ModuleDecl read(ModuleElement module, TypeElement reader) {
        Set<String> tables = new TreeSet<>();
        Set<String> jsonTypes = new TreeSet<>();
        for (ModuleElement.ProvidesDirective provides : ElementFilter.providesIn(module.getDirectives())) {
            Set<String> provided = provides.getService().getQualifiedName().contentEquals(Vocabulary.ROUTE_TABLE)
                    ? tables
                    : provides.getService().getQualifiedName().contentEquals(Vocabulary.JSON_TYPES)
                            ? jsonTypes
                            : new TreeSet<>();
            provides.getImplementations()
                    .forEach(table -> provided.add(table.getQualifiedName().toString()));
        }
        return new ModuleDecl(
                module.getQualifiedName().toString(), tables, jsonTypes, new ElementOrigin(module, reader));
    }
}
