package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.CompilationContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads the facts about the package and the module of a class that matter to code generated beside it. One instance per round. */
final class CompilationContextReader {
    /** The types of {@code java.lang} that generated code names besides the types that were read. */
    private static final List<String> JAVA_LANG = List.of(
            "Override",
            "SuppressWarnings",
            "Exception",
            "IllegalArgumentException",
            "Boolean",
            "Byte",
            "Character",
            "Double",
            "Float",
            "Integer",
            "Long",
            "Short");

    private final Elements elements;
    private final RolesReader roles;
    /** The names that were looked up, because a search for a class that does not exist is slow. */
    private final Map<String, Boolean> exist = new HashMap<>();

    CompilationContextReader(Elements elements) {
        this.elements = elements;
        this.roles = new RolesReader(elements);
    }

    /** @param typeRefs the reader that has read the types that the generated code names */
    CompilationContext read(TypeElement type, TypeRefReader typeRefs) {
        ModuleElement module = elements.getModuleOf(type);
        boolean inModule = module != null && !module.isUnnamed();
        String generated = "javax.annotation.processing.Generated";
        TypeElement visible =
                module == null ? elements.getTypeElement(generated) : elements.getTypeElement(module, generated);
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        boolean shadows = Stream.concat(JAVA_LANG.stream(), typeRefs.namesOfJavaLang().stream())
                .anyMatch(name -> exists(prefix + name));
        return new CompilationContext(visible != null, inModule, shadows, roles.read(type, typeRefs));
    }

    private boolean exists(String name) {
        return exist.computeIfAbsent(name, any -> elements.getTypeElement(name) != null);
    }
}
