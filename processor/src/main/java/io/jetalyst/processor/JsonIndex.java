package io.jetalyst.processor;

import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.write.JsonTypesWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds the classes that describe JSON types and were written in this compilation. */
final class JsonIndex {
    private JsonIndex() {}

    /** A class that describes JSON types, and the class that it was written for. */
    record Entry(String name, String owner) {}

    static List<Entry> written(Set<String> controllers, Set<String> messages, Elements elements) {
        List<Entry> entries = new ArrayList<>();
        add(controllers, ControllerModel::qualifiedTableName, elements, entries);
        add(messages, JsonTypesWriter::qualifiedName, elements, entries);
        return entries;
    }

    private static void add(
            Set<String> owners, Function<ClassRef, String> naming, Elements elements, List<Entry> entries) {
        for (String owner : owners) {
            TypeElement type = elements.getTypeElement(owner);
            String name = type == null ? "" : naming.apply(name(type, elements));
            if (type != null && describesJson(elements.getTypeElement(name))) {
                entries.add(new Entry(name, owner));
            }
        }
    }

    private static boolean describesJson(@Nullable TypeElement written) {
        return written != null
                && written.getInterfaces().stream()
                        .anyMatch(type -> type.toString().equals(Vocabulary.JSON_TYPES));
    }

    private static ClassRef name(TypeElement type, Elements elements) {
        List<String> names = new ArrayList<>();
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            names.add(0, at.getSimpleName().toString());
        }
        return new ClassRef(elements.getPackageOf(type).getQualifiedName().toString(), names);
    }
}
