package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.ClassRef;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds out whether the extension that validates is there. */
public final class ValidatorReader {
    private static final String VALIDATOR = "io.jetalyst.validation.avaje.AvajeValidator";

    private final Elements elements;

    public ValidatorReader(Elements elements) {
        this.elements = elements;
    }

    /** Whether code beside this class can name the extension. */
    public boolean isVisibleFrom(ClassRef controller) {
        Optional<ModuleElement> module = moduleOf(controller);
        TypeElement validator = module.isPresent()
                ? elements.getTypeElement(module.get(), VALIDATOR)
                : elements.getTypeElement(VALIDATOR);
        return validator != null;
    }

    /** The name of the named module of a class. */
    public Optional<String> module(ClassRef controller) {
        return moduleOf(controller)
                .filter(module -> !module.isUnnamed())
                .map(module -> module.getQualifiedName().toString());
    }

    private Optional<ModuleElement> moduleOf(ClassRef controller) {
        TypeElement type = elements.getTypeElement(controller.qualifiedName());
        return Optional.ofNullable(type).map(elements::getModuleOf);
    }
}
