package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.Origin;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/** The places at which faults of JSON types are reported: the types themselves if they have a source, or else the class that names them. */
final class JsonOrigins {
    private final SourceTypes sources;
    private final TypeElement owner;

    JsonOrigins(SourceTypes sources, TypeElement owner) {
        this.sources = sources;
        this.owner = owner;
    }

    Origin of(TypeElement type) {
        return new ElementOrigin(type, sources.contain(type) ? type : owner);
    }

    Origin of(TypeElement type, RecordComponentElement component) {
        return new ElementOrigin(ReferenceReader.field(component), sources.contain(type) ? type : owner);
    }
}
