package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.NoJson;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.JsonType;
import io.jetalyst.processor.model.ResultKind;
import io.jetalyst.processor.model.ResultModel;
import io.jetalyst.processor.problem.AccessFix;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.Optional;

/** Finds the kind of a method's result. */
final class ResultParser {
    private final TypeDecl type;
    private final MethodDecl method;
    private final Problems problems;

    ResultParser(TypeDecl type, MethodDecl method, Problems problems) {
        this.type = type;
        this.method = method;
        this.problems = problems;
    }

    ResultModel parse() {
        return method.leavesOpen(method.result())
                ? new ResultModel.Unusable() // a rule for the method reports it
                : parse(method.result(), Optional.empty());
    }

    /** @param outer the wrapper around the result */
    private ResultModel parse(TypeRef result, Optional<ResultKind> outer) {
        Optional<ResultKind> found = ResultKind.of(result);
        if (found.isEmpty()) {
            return json(result);
        }
        ResultKind kind = found.get();
        if (kind.isWrapper()) {
            return wrapper((TypeRef.Declared) result, kind, outer);
        }
        if (kind.isSequence()) {
            return sequence((TypeRef.Declared) result, kind);
        }
        if (kind == ResultKind.RESPONSE && outer.equals(Optional.of(ResultKind.REPLY))) {
            problems.add(
                    ProblemCode.NESTED_WRAPPER,
                    method.origin().ofType(),
                    "The method " + method.name() + " returns "
                            + method.result().text() + ".",
                    "Return the Response: it has a status, header fields and cookies itself.");
            return new ResultModel.Unusable();
        }
        boolean mayBeVoid =
                outer.filter(wrapper -> wrapper != ResultKind.OPTIONAL).isPresent();
        return kind == ResultKind.VOID && !mayBeVoid ? json(result) : new ResultModel.Leaf(kind);
    }

    private ResultModel wrapper(TypeRef.Declared result, ResultKind kind, Optional<ResultKind> outer) {
        if (outer.isPresent() && outer.get().depth() <= kind.depth()) {
            return nested();
        }
        return result.raw()
                ? noJson(result)
                : new ResultModel.Wrapper(kind, parse(result.arguments().get(0), Optional.of(kind)));
    }

    private ResultModel sequence(TypeRef.Declared result, ResultKind kind) {
        if (result.raw()) {
            return noJson(result);
        }
        TypeRef element = result.arguments().get(0);
        boolean isText = element instanceof TypeRef.Declared declared && declared.is("java.lang.String");
        if (!isText
                && (ResultKind.of(element).isPresent()
                        || ResultAdvice.fix(element).isPresent())) {
            problems.add(
                    ProblemCode.NOT_A_RESULT,
                    method.origin().ofType(),
                    "The method " + method.name() + " returns "
                            + method.result().text() + ", whose elements cannot be written as JSON.",
                    isEvent(element) && kind != ResultKind.EVENTS
                            ? "Return Events, made of it with Events.of."
                            : "Write " + result.name().simpleName() + "<T>, where T is String or a type for JSON.");
            return new ResultModel.Unusable();
        }
        if (isText) {
            ResultModel text = kind == ResultKind.EVENTS
                    ? new ResultModel.Leaf(ResultKind.TEXT)
                    : new ResultModel.Json(element); // a string of JSON
            return new ResultModel.Sequence(kind, text);
        }
        return new ResultModel.Sequence(kind, json(element));
    }

    private static boolean isEvent(TypeRef element) {
        return element instanceof TypeRef.Declared declared && declared.is(Vocabulary.EVENT);
    }

    private ResultModel nested() {
        problems.add(
                ProblemCode.NESTED_WRAPPER,
                method.origin().ofType(),
                "The method " + method.name() + " returns " + method.result().text() + ".",
                "Return one CompletionStage, Optional or Reply. A CompletionStage may be of an Optional or a Reply,"
                        + " and an Optional of a Reply.");
        return new ResultModel.Unusable();
    }

    private ResultModel json(TypeRef result) {
        Optional<String> fix = ResultAdvice.fix(result)
                .or(() -> NoJson.in(result)
                        .map(none -> "JSON cannot represent " + none.text()
                                + ": return the values to send, such as a String or a record."));
        if (fix.isPresent()) {
            problems.add(
                    ProblemCode.NOT_A_RESULT,
                    method.origin().ofType(),
                    "The method " + method.name() + " returns " + result.text()
                            + ", which cannot be written as a response.",
                    fix.get());
            return new ResultModel.Unusable();
        }
        if (!JsonType.isConcrete(result)) {
            return noJson(result);
        }
        Optional<TypeRef.Declared> hidden = JsonType.hidden(result, type.name().packageName());
        if (hidden.isPresent()) {
            problems.add(
                    ProblemCode.PRIVATE_RESULT_TYPE,
                    method.origin().ofType(),
                    "The generated table cannot name " + hidden.get().name().simpleName() + ", which the method "
                            + method.name() + " returns.",
                    AccessFix.of(hidden.get(), type.name().packageName()));
            return new ResultModel.Unusable();
        }
        return new ResultModel.Json(result);
    }

    private ResultModel noJson(TypeRef result) {
        problems.add(
                ProblemCode.NO_JSON_TYPE,
                method.origin().ofType(),
                "The method " + method.name() + " returns " + result.text() + ", whose type is not known in full.",
                "Give every type argument, without wildcards: List<Room>, not List or List<? extends Room>.");
        return new ResultModel.Unusable();
    }
}
