package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ErrorModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what a controller means from how it is declared. The model is as whole as the problems allow. */
public final class ControllerParser {
    private final Problems problems;

    public ControllerParser(Problems problems) {
        this.problems = problems;
    }

    public ControllerModel parse(TypeDecl type) {
        RouteParser parser = new RouteParser(type, basePath(type), problems);
        ErrorParser errorParser = new ErrorParser(type, problems);
        List<RouteModel> routes = new ArrayList<>();
        List<ErrorModel> errors = new ArrayList<>();
        for (MethodDecl method : type.handlers()) {
            calledBy(method).ifPresent(annotation -> {
                if (annotation.type().equals(Vocabulary.ON_ERROR)) {
                    errors.add(errorParser.parse(method, annotation));
                } else {
                    routes.add(parser.parse(method, annotation));
                }
            });
        }
        return new ControllerModel(type, routes, errors);
    }

    private static int kindOrder(AnnotationDecl annotation) {
        return Vocabulary.METHODS.indexOf(annotation.type());
    }

    private BasePath basePath(TypeDecl type) {
        Optional<ValueDecl> value = type.annotation(Vocabulary.PATH).flatMap(path -> path.value(Vocabulary.VALUE));
        if (value.isEmpty()) {
            return new BasePath("", List.of(), true, type.origin());
        }
        String text = value.get().text();
        ParsedPath parsed = PathTemplateParser.parse(text);
        for (ParsedPath.Fault fault : parsed.faults()) {
            problems.add(fault.code(), value.get().origin(), "@Path \"" + text + "\" " + fault.what(), fault.fix());
        }
        if (text.isEmpty()) {
            problems.add(
                    ProblemCode.NO_LEADING_SLASH,
                    value.get().origin(),
                    "@Path \"\" does not begin with a slash.",
                    "Write a path such as \"/rooms\", or leave @Path out.");
        }
        return new BasePath(
                text.equals("/") ? "" : text,
                parsed.segments(),
                parsed.sound() && !text.isEmpty(),
                value.get().origin());
    }

    /** Empty where there are several: which of them is meant decides what else is wrong with the method. */
    private Optional<AnnotationDecl> calledBy(MethodDecl method) {
        List<AnnotationDecl> found = method.annotations().stream()
                .filter(annotation -> Vocabulary.METHODS.contains(annotation.type()))
                .sorted(Comparator.comparingInt(ControllerParser::kindOrder))
                .toList();
        if (found.size() > 1) {
            if (found.get(0).type().equals(found.get(1).type())) {
                inheritedTwice(method, found);
                return Optional.empty();
            }
            String all = found.stream().map(AnnotationDecl::text).collect(Collectors.joining(" and "));
            problems.add(
                    ProblemCode.SEVERAL_VERBS,
                    found.get(1).origin(),
                    "The method " + method.name() + " has " + all + ", but a method can have one of them only.",
                    "Keep one, and write another method for the other.");
            return Optional.empty();
        }
        return Optional.of(found.get(0));
    }

    private void inheritedTwice(MethodDecl method, List<AnnotationDecl> found) {
        String all = found.stream()
                .map(annotation -> annotation.text()
                        + annotation
                                .value(Vocabulary.VALUE)
                                .map(value -> "(\"" + value.text() + "\")")
                                .orElse(""))
                .collect(Collectors.joining(" and "));
        problems.add(
                ProblemCode.SEVERAL_VERBS,
                found.get(1).originOf(Vocabulary.VALUE),
                "The method " + method.name() + " inherits " + all + ", but a method can have one of them only.",
                "Override it in the controller, with the annotation that counts.");
    }
}
