package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.FilteredDecl;
import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.Modifier;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.problem.AccessFix;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the filters of one controller and of its routes. */
final class FilterParser {
    private final TypeDecl controller;
    private final Problems problems;
    /** The filters of all routes by name, in their order, and whether the controller names each by {@code @Filtered} itself. */
    private final Map<String, Boolean> shared = new LinkedHashMap<>();

    FilterParser(TypeDecl controller, Problems problems) {
        this.controller = controller;
        this.problems = problems;
        controller.filtered().forEach(each -> add(each, shared));
    }

    /** The filters of a route, the outermost first, each once; those with a mistake are left out. */
    List<TypeDecl> parse(MethodDecl method) {
        Map<String, Boolean> all = new LinkedHashMap<>(shared);
        method.filtered().forEach(each -> add(each, all));
        return all.keySet().stream().map(controller.references().filters()::get).toList();
    }

    private void add(FilteredDecl declared, Map<String, Boolean> found) {
        AnnotationDecl filtered = declared.filtered();
        if (!declared.circle().isEmpty()) {
            problems.add(
                    ProblemCode.FILTER_CIRCLE,
                    filtered.origin(),
                    "The annotations " + circle(declared)
                            + " carry each other, so the order of their filters is not known.",
                    "Remove " + filtered.text() + " here.");
            return;
        }
        List<ValueDecl> values = filtered.values(Vocabulary.VALUE);
        if (values.isEmpty()) {
            problems.add(
                    ProblemCode.NO_FILTERS,
                    filtered.origin(),
                    "@Filtered names no filter.",
                    "Name a class that implements " + Vocabulary.FILTER + ", or remove @Filtered.");
        }
        List<String> own = new ArrayList<>();
        for (ValueDecl value : values) {
            if (own.contains(value.text()) || declared.isDirect() && found.getOrDefault(value.text(), false)) {
                twice(value, problems);
            } else if (isFilter(value)) {
                found.merge(value.text(), declared.isDirect(), Boolean::logicalOr);
            }
            own.add(value.text());
        }
    }

    private static String circle(FilteredDecl declared) {
        return declared.circle().stream()
                .map(name -> "@" + name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.joining(" and "));
    }

    private static void twice(ValueDecl value, Problems problems) {
        problems.add(
                ProblemCode.FILTER_TWICE,
                value.origin(),
                "The filter " + name(value) + " is named twice, and runs once, in the first place.",
                "Remove it here.");
    }

    private static String name(ValueDecl value) {
        return value.type().map(TypeRef::text).orElse(value.text());
    }

    private boolean isFilter(ValueDecl value) {
        TypeDecl type = controller.references().filters().get(value.text());
        boolean isFilter = type != null && type.facts().supertypes().contains(Vocabulary.FILTER);
        if (isFilter && isCreatable(type, value)) {
            return true;
        }
        if (!isFilter) {
            boolean itself = value.text().equals(Vocabulary.FILTER);
            problems.add(
                    ProblemCode.NO_FILTER,
                    value.origin(),
                    itself
                            ? "@Filtered names Filter itself, and the generated table creates an instance of the class that it names."
                            : "@Filtered names " + name(value) + ", which does not implement " + Vocabulary.FILTER
                                    + ".",
                    itself ? "Name a class that implements it." : "Let it implement Filter, or name another class.");
        }
        return false;
    }

    private boolean isCreatable(TypeDecl type, ValueDecl value) {
        String name = type.name().simpleName();
        Kind kind = type.facts().kind();
        String packageName = controller.name().packageName();
        TypeRef.Declared self = new TypeRef.Declared(type.name(), List.of(), type.facts());
        if (kind != Kind.CLASS && kind != Kind.RECORD || type.modifiers().contains(Modifier.ABSTRACT)) {
            return mistake(
                    value,
                    "The filter " + name + " is an " + (kind == Kind.CLASS ? "abstract class" : kind.word())
                            + ", and the generated table cannot create an instance of it.",
                    "Name a class that " + (kind == Kind.CLASS ? "extends" : "implements") + " it.");
        }
        if (type.inner() || type.facts().generic()) {
            return mistake(
                    value,
                    "The filter " + name + (type.inner() ? " is an inner class." : " has type parameters."),
                    type.inner()
                            ? "Make it and the classes around it static."
                            : "Give the types in a subclass, and name the subclass.");
        }
        return self.visibleIn(packageName)
                || mistake(
                        value,
                        "The generated table cannot name the filter " + name + ".",
                        AccessFix.of(self, packageName));
    }

    private boolean mistake(ValueDecl value, String what, String fix) {
        problems.add(ProblemCode.FILTER_CLASS, value.origin(), what, fix);
        return false;
    }
}
