package io.jetalyst.processor.decl;

import java.util.List;
import java.util.stream.Collectors;

/** A type as a signature uses it. */
public sealed interface TypeRef {
    /** As people write it, without packages: {@code List<Room>}. */
    String text();

    /** {@code int}, {@code boolean}, … and {@code void}. */
    record Primitive(String text) implements TypeRef {}

    /** A class or interface, with its type arguments. */
    record Declared(ClassRef name, List<TypeRef> arguments, TypeFacts facts) implements TypeRef {
        public Declared {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String text() {
            return arguments.isEmpty()
                    ? name.simpleName()
                    : name.simpleName()
                            + arguments.stream().map(TypeRef::text).collect(Collectors.joining(", ", "<", ">"));
        }

        public boolean is(String qualifiedName) {
            return name.isNamed(qualifiedName);
        }

        /** Two types of one name differ in their arguments at most, so the name is enough, and the facts are not read. */
        @Override
        public int hashCode() {
            return name.simpleNames().hashCode();
        }

        /** Whether it is this type or a sub-type. */
        public boolean isA(String qualifiedName) {
            return is(qualifiedName) || facts.supertypes().contains(qualifiedName);
        }

        /** Whether type arguments are missing. */
        public boolean raw() {
            return facts.generic() && arguments.isEmpty();
        }

        /** Whether a class of this package can name it. */
        public boolean visibleIn(String packageName) {
            return switch (facts.access()) {
                case EVERYBODY -> true;
                case ITS_PACKAGE -> name.packageName().equals(packageName);
                case NOBODY -> false;
            };
        }
    }

    /** An array. */
    record Array(TypeRef component) implements TypeRef {
        @Override
        public String text() {
            return component.text() + "[]";
        }
    }

    /** {@code ?}, {@code ? extends X}, {@code ? super X}. */
    record Wildcard(String text) implements TypeRef {}

    /** A type variable, or anything else that no generated code can name. */
    record Other(String text) implements TypeRef {}
}
