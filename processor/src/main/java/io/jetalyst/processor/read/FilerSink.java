package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/** Writes sources and resources through the compiler, which learns what each was made from. */
public final class FilerSink {
    private final Filer filer;

    public FilerSink(Filer filer) {
        this.filer = filer;
    }

    /** @throws IOException also if a source of this name exists */
    public void source(String qualifiedName, String text, Origin origin) throws IOException {
        try (Writer out =
                filer.createSourceFile(qualifiedName, elements(List.of(origin))).openWriter()) {
            out.write(text);
        }
    }

    /** Writes a resource beside the classes. */
    public void resource(String name, String text, Collection<Origin> origins) throws IOException {
        try (Writer out = filer.createResource(StandardLocation.CLASS_OUTPUT, "", name, elements(origins))
                .openWriter()) {
            out.write(text);
        }
    }

    /** The lines of a resource that an earlier run left; none if there is no such file. */
    public List<String> earlierLines(String name) {
        try (Reader in = filer.getResource(StandardLocation.CLASS_OUTPUT, "", name)
                        .openReader(true);
                BufferedReader lines = new BufferedReader(in)) {
            return lines.lines().toList();
        } catch (IOException | RuntimeException e) {
            return List.of(); // compilers tell a missing file in different ways, and a broken one is written anew
        }
    }

    private static Element[] elements(Collection<Origin> origins) {
        return origins.stream().map(origin -> ((ElementOrigin) origin).reader()).toArray(Element[]::new);
    }
}
