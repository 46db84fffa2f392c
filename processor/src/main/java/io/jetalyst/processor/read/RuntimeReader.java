package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds classes beside which generated code could not name the runtime. */
public final class RuntimeReader {
    private final Elements elements;

    public RuntimeReader(Elements elements) {
        this.elements = elements;
    }

    /**
     * A place from which the runtime cannot be named.
     *
     * @param module the name of the module; empty where the runtime is not on the class path
     */
    public record Blind(String module, Origin origin) {}

    /** The place of the class of this name; empty where it can name the runtime. */
    public Optional<Blind> blind(String qualifiedName) {
        TypeElement type = elements.getTypeElement(qualifiedName);
        if (type == null) {
            return Optional.empty();
        }
        ModuleElement module = elements.getModuleOf(type);
        TypeElement runtime = module == null
                ? elements.getTypeElement(Vocabulary.ROUTE_TABLE)
                : elements.getTypeElement(module, Vocabulary.ROUTE_TABLE);
        if (runtime != null) {
            return Optional.empty();
        }
        return Optional.of(
                module == null || module.isUnnamed()
                        ? new Blind("", new ElementOrigin(type, type))
                        : new Blind(module.getQualifiedName().toString(), new ElementOrigin(module, null, null, type)));
    }
}
