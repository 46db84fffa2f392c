package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/** Writes sources and resources through the compiler, which learns what each was made from. */
public final class FilerSink {
    private final Filer filer;

    public FilerSink(Filer filer) {
        this.filer = filer;
    }

    /**
     * Writes a source in ASCII: compilers write it in the encoding of the user's sources, which may not have all characters.
     *
     * @throws IOException also if a source of this name exists
     */
    public void source(String qualifiedName, String text, Origin origin) throws IOException {
        try (Writer out =
                filer.createSourceFile(qualifiedName, elements(List.of(origin))).openWriter()) {
            out.write(escaped(text));
        }
    }

    /** The text with Unicode escapes (JLS §3.3), which are allowed everywhere, also in identifiers. */
    private static String escaped(String text) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder ascii = new StringBuilder();
        text.chars()
                .forEach(c -> ascii.append(c < 128 ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c)));
        return ascii.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Writes a resource beside the classes, in UTF-8. */
    public void resource(String name, String text, Collection<Origin> origins) throws IOException {
        try (OutputStream out = filer.createResource(StandardLocation.CLASS_OUTPUT, "", name, elements(origins))
                .openOutputStream()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The lines of a resource that an earlier run wrote; none if there is no such file. */
    public List<String> earlierLines(String name) {
        try (InputStream in =
                filer.getResource(StandardLocation.CLASS_OUTPUT, "", name).openInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException | RuntimeException e) {
            return List
                    .of(); // compilers report a missing file in different ways, and an unreadable one is written anew
        }
    }

    private static Element[] elements(Collection<Origin> origins) {
        return origins.stream().map(origin -> ((ElementOrigin) origin).reader()).toArray(Element[]::new);
    }
}
