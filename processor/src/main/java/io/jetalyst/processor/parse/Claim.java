package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.Source;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An annotation of a parameter that names a source for its value. */
record Claim(Source source, AnnotationDecl annotation, ParamDecl param) {
    /** The claims of a parameter, in the order of the sources; more than one is a mistake. */
    static List<Claim> of(ParamDecl param) {
        if (param.annotations().isEmpty()) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        for (Source source : Source.values()) {
            param.annotation(source.annotation())
                    .ifPresent(annotation -> claims.add(new Claim(source, annotation, param)));
        }
        return claims;
    }

    /** Whether the annotation says the name itself. */
    boolean isNamed() {
        return given().isPresent();
    }

    /** The name of the value in the source. */
    String name() {
        return given().orElseGet(() -> source.nameOf(param));
    }

    private Optional<String> given() {
        return annotation.value(Vocabulary.VALUE).map(ValueDecl::text).filter(text -> !text.isEmpty());
    }
}
