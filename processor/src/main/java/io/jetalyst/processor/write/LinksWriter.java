package io.jetalyst.processor.write;

import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.Conversion;
import io.jetalyst.processor.model.LinkModel;
import io.jetalyst.processor.model.Scalar;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the class with the links to the routes of one controller: a method of one statement for each. */
public final class LinksWriter {
    private LinksWriter() {}

    /** The source of {@code XLinks}. */
    public static String write(Checked<ControllerModel> controller, List<LinkModel> links) {
        return write(controller.value(), links);
    }

    /** The source of the {@code XLinks} of a controller with errors, which has the links that could be read. */
    public static String placeholder(ControllerModel controller) {
        return write(controller, LinkModel.of(controller));
    }

    private static String write(ControllerModel controller, List<LinkModel> links) {
        TypeDecl type = controller.type();
        CodeBlock file = CodeBlock.of(
                """
                /**
                 * Links to the routes of {@link $T}.
                 */
                $L
                public final class $N {
                    private $N() {}

                    $L
                }
                """,
                type.name(),
                ClassFrame.annotations(type.context(), Names.PROCESSOR, SuppressedWarnings.of(controller, links)),
                controller.linksName(),
                controller.linksName(),
                CodeBlock.join(links.stream().map(LinksWriter::method).toList(), "\n"));
        return SourceFile.write(type.name().packageName(), type.context(), List.of(), file);
    }

    private static CodeBlock method(LinkModel link) {
        NameAllocator names = new NameAllocator(List.of(Names.LINK.simpleName(), "io"));
        List<String> parameters = link.parameters().stream()
                .map(param -> names.allocate(param.name()))
                .toList();
        Iterator<String> declared = parameters.iterator();
        CodeBlock signature = link.parameters().stream()
                .map(param -> CodeBlock.of("$L $N", type(param), declared.next()))
                .collect(CodeBlock.joining(", "));
        String values = parameters.stream()
                .limit(link.variables().size())
                .map(name -> ", " + name)
                .collect(Collectors.joining());
        Iterator<String> queried = parameters.listIterator(link.variables().size());
        CodeBlock query = link.query().stream()
                .map(param -> CodeBlock.of(".query($S, $N)", param.key(), queried.next()))
                .collect(CodeBlock.joining(""));
        return CodeBlock.of(
                """
                public static $T $N($L) {
                    return $T.to($S$L)$L;
                }
                """, Names.LINK, link.name(), signature, Names.LINK, link.path().text(), values, query);
    }

    private static CodeBlock type(LinkModel.Param param) {
        boolean isSeveral = param.shape().isSeveral();
        CodeBlock one = param.type()
                .map(conversion -> type(conversion, isSeveral || param.isOptional()))
                .orElseGet(() -> CodeBlock.of("$T", String.class));
        return isSeveral ? CodeBlock.of("$T<? extends $L>", Names.COLLECTION, one) : one;
    }

    private static CodeBlock type(Conversion conversion, boolean isObject) {
        if (conversion instanceof Conversion.Constant constant) {
            return CodeBlock.of("$T", constant.type().name());
        }
        Scalar scalar = (Scalar) conversion;
        return isObject || scalar.primitive().isEmpty()
                ? CodeBlock.of("$T", new ClassRef(scalar.packageName(), List.of(scalar.typeName())))
                : CodeBlock.of(scalar.primitive());
    }
}
