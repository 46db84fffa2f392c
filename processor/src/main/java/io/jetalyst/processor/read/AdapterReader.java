package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.Access;
import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.TypeRef;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds out which adapters avaje-jsonb would not make by itself, and can make without a doubt. */
public final class AdapterReader {
    private static final String JSON = "io.avaje.jsonb.Json";
    private static final String IMPORT = JSON + ".Import";
    private static final String CUSTOM_ADAPTER = "io.avaje.jsonb.CustomAdapter";
    private static final String JACKSON = "tools.jackson.databind.ObjectMapper";
    private static final List<String> JSON_ANNOTATIONS = List.of(JSON, "com.fasterxml.jackson.annotation.JsonTypeInfo");
    private static final List<String> NOT_OURS = List.of("java.", "javax.", "jakarta.", "io.avaje.");

    private final Elements elements;

    public AdapterReader(Elements elements) {
        this.elements = elements;
    }

    /** Whether a class beside this one can ask avaje-jsonb for anything. */
    public boolean canAsk(ClassRef controller) {
        ModuleElement module = module(controller);
        return module == null
                ? elements.getTypeElement(IMPORT) != null
                : elements.getTypeElement(module, IMPORT) != null;
    }

    /** Whether this class is compiled with a JSON library, so that its sockets may read and send JSON. */
    public boolean seesCodec(ClassRef owner) {
        ModuleElement module = module(owner);
        return canAsk(owner)
                || (module == null ? elements.getTypeElement(JACKSON) : elements.getTypeElement(module, JACKSON))
                        != null;
    }

    /**
     * Whether avaje-jsonb has to be asked for an adapter of this class. It accepts every record, but may reject other classes, and then
     * the application would not compile. A class with {@code @Json} has its adapter anyway. avaje-jsonb generates an adapter beside the
     * class, so a class of another module can have none here.
     */
    public boolean toBeAsked(TypeRef.Declared type, ClassRef controller) {
        TypeElement element = elements.getTypeElement(type.name().qualifiedName());
        return type.facts().kind() == Kind.RECORD
                && element != null
                && !type.name().packageName().isEmpty()
                && NOT_OURS.stream().noneMatch(type.name().qualifiedName()::startsWith)
                && reachable(type, element)
                && sameModule(element, module(controller))
                && !AnnotationReader.has(element, JSON);
    }

    /** Whether the type is one of the application, and of the same module. */
    boolean isOurs(TypeRef.Declared type, ClassRef owner) {
        TypeElement element = elements.getTypeElement(type.name().qualifiedName());
        return element != null
                && NOT_OURS.stream().noneMatch(type.name().qualifiedName()::startsWith)
                && sameModule(element, module(owner));
    }

    /** Whether the type has an annotation by which a JSON library reads and writes it. */
    boolean isAnnotated(TypeRef.Declared type) {
        TypeElement element = elements.getTypeElement(type.name().qualifiedName());
        return element != null
                && JSON_ANNOTATIONS.stream().anyMatch(annotation -> AnnotationReader.has(element, annotation));
    }

    /** A public class in one that is not is taken for public by avaje-jsonb, which names it from another package. */
    private static boolean reachable(TypeRef.Declared type, TypeElement element) {
        Set<Modifier> modifiers = element.getModifiers();
        return type.facts().access() == Access.EVERYBODY
                || !modifiers.contains(Modifier.PUBLIC) && !modifiers.contains(Modifier.PROTECTED);
    }

    /** Whether the type is a record of this module whose adapter could not name it, if avaje-jsonb generated one. */
    boolean isOutOfReach(TypeRef.Declared type, ClassRef controller) {
        TypeElement element = elements.getTypeElement(type.name().qualifiedName());
        return element != null
                && type.facts().kind() == Kind.RECORD
                && canAsk(controller)
                && sameModule(element, module(controller))
                && !reachable(type, element);
    }

    /** Whether a class has this name that is no adapter. */
    public boolean isTaken(String adapter) {
        TypeElement element = elements.getTypeElement(adapter);
        return element != null && !AnnotationReader.has(element, CUSTOM_ADAPTER);
    }

    private @Nullable ModuleElement module(ClassRef controller) {
        TypeElement element = elements.getTypeElement(controller.qualifiedName());
        return element == null ? null : elements.getModuleOf(element);
    }

    private boolean sameModule(TypeElement type, @Nullable ModuleElement module) {
        return module == null || module.equals(elements.getModuleOf(type));
    }
}
