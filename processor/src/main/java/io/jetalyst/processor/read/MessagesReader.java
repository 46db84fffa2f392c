package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.MessageDecl;
import io.jetalyst.processor.decl.MessagesDecl;
import io.jetalyst.processor.decl.TypeFacts;
import io.jetalyst.processor.decl.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads sealed types of messages from the compiler's elements. */
public final class MessagesReader {
    /** The annotation of avaje-jsonb for a type that is read or written. */
    public static final String JSON = JsonReader.JSON;

    private final Elements elements;
    private final Types types;
    private final SourceTypes sources;

    public MessagesReader(Elements elements, Types types, SourceTypes sources) {
        this.elements = elements;
        this.types = types;
        this.sources = sources;
    }

    /** The type of this name, and all below it; empty while one of them does not exist. */
    public Optional<MessagesDecl> read(String qualifiedName) {
        TypeElement root = elements.getTypeElement(qualifiedName);
        return root == null ? Optional.empty() : read(root);
    }

    /** Whether the type of this name is sealed. */
    public boolean isSealed(String qualifiedName) {
        TypeElement type = elements.getTypeElement(qualifiedName);
        return type != null && type.getModifiers().contains(Modifier.SEALED);
    }

    private Optional<MessagesDecl> read(TypeElement root) {
        TypeRefReader typeRefs = new TypeRefReader(elements, types);
        MessagesDecl declaration = new MessagesDecl(
                type(root, root, new HashSet<>(), typeRefs),
                new JsonReader(typeRefs, root).read(),
                new CompilationContextReader(elements).read(root, typeRefs));
        return typeRefs.sawMissing() ? Optional.empty() : Optional.of(declaration);
    }

    /** @param above the types that are being read; the compiler itself reports a hierarchy with a cycle */
    private MessageDecl type(TypeElement type, TypeElement root, Set<TypeElement> above, TypeRefReader typeRefs) {
        TypeFacts facts = typeRefs.facts(type);
        List<MessageDecl> permitted = new ArrayList<>();
        // an enum may be sealed, too: its constants are classes without names
        if (facts.kind() != Kind.ENUM && above.add(type)) {
            for (TypeMirror below : type.getPermittedSubclasses()) {
                if (below.getKind() == TypeKind.ERROR) {
                    typeRefs.missing();
                } else if (below instanceof DeclaredType declared) {
                    permitted.add(type((TypeElement) declared.asElement(), root, above, typeRefs));
                }
            }
            above.remove(type);
        }
        return new MessageDecl(
                new TypeRef.Declared(typeRefs.name(type), List.of(), facts),
                MethodReader.modifiers(type),
                permitted,
                JsonReader.members(type, typeRefs),
                ConstraintReader.hasConstraints(type),
                new ElementOrigin(type, sources.contain(type) ? type : root));
    }
}
