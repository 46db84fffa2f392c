package io.jetalyst.processor;

import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.write.JsonTypesWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds the classes that describe JSON types and were written in this compilation. */
final class JsonIndex {
    private JsonIndex() {}

    /** A class that describes JSON types, and the class that it was written for. */
    record Entry(String name, String owner) {}

    static List<Entry> written(Set<String> controllers, Set<String> messages, Elements elements) {
        Set<String> owners = new TreeSet<>(controllers);
        owners.addAll(messages);
        List<Entry> entries = new ArrayList<>();
        for (String owner : owners) {
            TypeElement type = elements.getTypeElement(owner);
            String name = type == null ? "" : JsonTypesWriter.qualifiedName(name(type, elements));
            if (type != null && elements.getTypeElement(name) != null) {
                entries.add(new Entry(name, owner));
            }
        }
        return entries;
    }

    private static ClassRef name(TypeElement type, Elements elements) {
        List<String> names = new ArrayList<>();
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            names.add(0, at.getSimpleName().toString());
        }
        return new ClassRef(elements.getPackageOf(type).getQualifiedName().toString(), names);
    }
}
