package io.jetalyst.processor.read;

import io.jetalyst.processor.problem.Problem;
import io.jetalyst.processor.problem.Problems;
import io.jetalyst.processor.problem.Severity;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Prints problems through the compiler, each at what the user wrote. */
public final class MessagerReporter {
    private final Messager messager;
    private final SourceTypes sources;
    private final boolean warnings;
    private final boolean eclipse;
    private final Set<String> reported;

    /** @param warnings whether warnings are printed; errors always are */
    public MessagerReporter(Messager messager, SourceTypes sources, boolean warnings) {
        this(messager, sources, warnings, new HashSet<>());
    }

    /** @param reported the problems that were reported: several controllers may use the same converter or record */
    public MessagerReporter(Messager messager, SourceTypes sources, boolean warnings, Set<String> reported) {
        this.reported = reported;
        this.messager = messager;
        this.sources = sources;
        this.warnings = warnings;
        this.eclipse = messager.getClass().getName().startsWith("org.eclipse.jdt.");
    }

    public void report(Problems problems) {
        problems.all().stream()
                .filter(problem -> warnings || problem.code().severity() == Severity.ERROR)
                .filter(problem -> reported.add(key(problem)))
                .forEach(this::report);
    }

    /** A wrong type argument makes several methods of the base wrong, and is one mistake. */
    private static String key(Problem problem) {
        if (!(problem.origin() instanceof ElementOrigin origin)) {
            return problem.text();
        }
        String place = origin.reader() + " " + owners(origin.element());
        return origin.base() == null ? problem.text() + " " + place : "type argument of " + place;
    }

    private static String owners(Element element) {
        StringBuilder names = new StringBuilder();
        for (Element at = element; at != null; at = at.getEnclosingElement()) {
            names.append(at).append(' ');
        }
        return names.toString();
    }

    private void report(Problem problem) {
        Diagnostic.Kind kind =
                problem.code().severity() == Severity.ERROR ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
        if (!(problem.origin() instanceof ElementOrigin origin)) {
            messager.printMessage(kind, problem.text());
        } else if (origin.base() != null) {
            messager.printMessage(
                    kind, problem.text() + " (declared in " + place(origin.base()) + ")", origin.element());
        } else if (eclipse
                && sources.contain(origin.element())
                && RecordPlaces.recordOf(origin.element()).isPresent()) {
            atRecord(
                    kind,
                    problem.text() + heir(origin),
                    RecordPlaces.recordOf(origin.element()).get());
        } else if (origin.element() instanceof ModuleElement || sources.contain(origin.element())) {
            messager.printMessage(
                    kind, problem.text() + heir(origin), origin.element(), origin.mirror(), origin.value());
        } else {
            messager.printMessage(
                    kind, problem.text() + " (declared in " + place(origin.element()) + ")", origin.reader());
        }
    }

    private void atRecord(Diagnostic.Kind kind, String text, TypeElement type) {
        String at = text + " (at " + type.getQualifiedName() + ")";
        RecordPlaces.near(type)
                .ifPresentOrElse(
                        near -> messager.printMessage(kind, at, near), () -> messager.printMessage(kind, at, type));
    }

    /** A mistake in an inherited method may concern one controller only, so the text names that controller. */
    private static String heir(ElementOrigin origin) {
        Element at = origin.element();
        while (at != null && !(at instanceof TypeElement)) {
            at = at.getEnclosingElement();
        }
        return at == null || at.equals(origin.reader())
                ? ""
                : " (inherited by " + origin.reader().getQualifiedName() + ")";
    }

    /** A class file has no lines to point at, so the text says where. */
    private static String place(Element element) {
        Element member = element;
        while (!(member.getEnclosingElement() instanceof TypeElement) && !(member instanceof TypeElement)) {
            member = member.getEnclosingElement();
        }
        return member instanceof TypeElement type
                ? type.getQualifiedName().toString()
                : member.getEnclosingElement() + "." + member.getSimpleName();
    }
}
