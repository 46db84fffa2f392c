package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.Source;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The binding of a parameter: where its value comes from. A new kind of binding is a record here, a case of the parser, and a writer.
 */
public sealed interface ParamModel {
    ParamDecl declaration();

    /** Whether the value is a field of a form. */
    default boolean isFormField() {
        return this instanceof Upload || this instanceof Text text && text.source() == Source.FORM;
    }

    /** Whether the value is the session of the browser. */
    default boolean isSession() {
        return this instanceof Given given && given.role() == Role.SESSION;
    }

    /** The converter of the application that makes the value. */
    default Optional<ConverterModel> converter() {
        return Optional.empty();
    }

    /** This binding, and all those that it needs. */
    default List<ParamModel> parts() {
        return List.of(this);
    }

    /**
     * A text of the request, converted.
     *
     * @param name its name in the source
     * @param conversion of one value
     * @param element the type of one value
     * @param defaultValues the texts used where the request has none
     */
    record Text(
            ParamDecl declaration,
            Source source,
            String name,
            Conversion conversion,
            Shape shape,
            TypeRef element,
            List<ValueDecl> defaultValues)
            implements ParamModel {
        public Text {
            defaultValues = List.copyOf(defaultValues);
        }

        @Override
        public Optional<ConverterModel> converter() {
            return conversion instanceof Conversion.Custom custom ? Optional.of(custom.converter()) : Optional.empty();
        }
    }

    /**
     * A value that a converter of the application loads.
     *
     * @param text the text that the converter needs
     * @param element the type of one value
     * @param arguments the values that the converter needs before the text
     */
    record Loaded(
            ParamDecl declaration,
            Text text,
            Shape shape,
            TypeRef element,
            ConverterModel by,
            List<ParamModel> arguments)
            implements ParamModel {
        public Loaded {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Optional<ConverterModel> converter() {
            return Optional.of(by);
        }

        @Override
        public List<ParamModel> parts() {
            List<ParamModel> parts = new ArrayList<>(List.of(this, text));
            arguments.forEach(argument -> parts.addAll(argument.parts()));
            return parts;
        }
    }

    /** A record whose components are parameters. */
    record Bundle(ParamDecl declaration, TypeRef.Declared type, List<ParamModel> components) implements ParamModel {
        public Bundle {
            components = List.copyOf(components);
        }

        @Override
        public List<ParamModel> parts() {
            List<ParamModel> parts = new ArrayList<>(List.of(this));
            components.forEach(component -> parts.addAll(component.parts()));
            return parts;
        }
    }

    /**
     * A form or a body that a user has submitted, with its mistakes.
     *
     * @param content the record of parameters, or the body, of which {@code Submitted} has the value
     */
    record Submitted(ParamDecl declaration, ParamModel content) implements ParamModel {
        @Override
        public List<ParamModel> parts() {
            List<ParamModel> parts = new ArrayList<>(List.of(this));
            parts.addAll(content.parts());
            return parts;
        }
    }

    /**
     * The body of the request.
     *
     * @param content the type of the body; the type of the parameter, or the one in its {@code Optional}
     * @param optional whether the request may lack a body
     */
    record Body(ParamDecl declaration, BodyForm form, TypeRef content, boolean optional) implements ParamModel {}

    /**
     * Files of a form.
     *
     * @param name the name of the field
     */
    record Upload(ParamDecl declaration, String name, Shape shape) implements ParamModel {}

    /** An object that the framework gives by its type. */
    record Given(ParamDecl declaration, Role role) implements ParamModel {}

    /** The exception that the method handles. */
    record Failure(ParamDecl declaration) implements ParamModel {}

    /**
     * No value, because a problem was reported.
     *
     * @param name the path variable that was most likely meant, or else the parameter's name; empty if it may need any of them
     */
    record Unusable(ParamDecl declaration, String name) implements ParamModel {}

    /** The types of objects that the framework gives, each with the expression that generated code has for it. */
    enum Role {
        REQUEST(Vocabulary.REQUEST, "context.request()"),
        CONTEXT(Vocabulary.CONTEXT, "context"),
        FLASH(Vocabulary.FLASH, "context.flash()"),
        IDENTITY(Vocabulary.IDENTITY, "context.identity().orElseThrow()"),
        OPTIONAL_IDENTITY("java.util.Optional<" + Vocabulary.IDENTITY + ">", "context.identity()"),
        SESSION(Vocabulary.BROWSER_SESSION, "context.session()"),
        HANDSHAKE(Vocabulary.HANDSHAKE, "handshake");

        private final String type;
        private final String expression;

        Role(String type, String expression) {
            this.type = type;
            this.expression = expression;
        }

        /** The role of a parameter of this type. */
        public static Optional<Role> of(TypeRef type) {
            if (!(type instanceof TypeRef.Declared declared)) {
                return Optional.empty();
            }
            boolean isOptional = declared.is("java.util.Optional")
                    && declared.arguments().stream()
                            .anyMatch(argument ->
                                    argument instanceof TypeRef.Declared content && content.is(Vocabulary.IDENTITY));
            if (isOptional) {
                return Optional.of(OPTIONAL_IDENTITY);
            }
            for (Role role : values()) {
                if (declared.is(role.type)) {
                    return Optional.of(role);
                }
            }
            return Optional.empty();
        }

        public String expression() {
            return expression;
        }
    }
}
