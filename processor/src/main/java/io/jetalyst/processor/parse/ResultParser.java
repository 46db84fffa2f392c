package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ResultModel;
import io.jetalyst.processor.problem.AccessFix;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what becomes of a method's result. */
final class ResultParser {
    private static final String OPTIONAL = "java.util.Optional";
    private static final String STAGE = "java.util.concurrent.CompletionStage";
    private static final String FUTURE = "java.util.concurrent.CompletableFuture";

    private final TypeDecl type;
    private final MethodDecl method;
    private final Problems problems;

    ResultParser(TypeDecl type, MethodDecl method, Problems problems) {
        this.type = type;
        this.method = method;
        this.problems = problems;
    }

    ResultModel parse() {
        TypeRef result = method.result();
        if (method.leavesOpen(result)) {
            return ResultModel.Plain.UNUSABLE; // a rule for the method reports it
        }
        if (result instanceof TypeRef.Declared declared && (declared.is(STAGE) || declared.is(FUTURE))) {
            return declared.raw()
                    ? noJson(result)
                    : new ResultModel.Later(now(declared.arguments().get(0), true));
        }
        return now(result, false);
    }

    private ResultModel now(TypeRef result, boolean inStage) {
        if (result instanceof TypeRef.Declared declared && declared.is(OPTIONAL)) {
            return declared.raw() ? noJson(result) : maybe(declared.arguments().get(0));
        }
        return inStage && result instanceof TypeRef.Declared declared && declared.is("java.lang.Void")
                ? ResultModel.Plain.NULL
                : single(result);
    }

    private ResultModel maybe(TypeRef value) {
        if (value instanceof TypeRef.Declared declared && wrapper(declared)) {
            return nested();
        }
        return new ResultModel.Maybe(single(value));
    }

    private static boolean wrapper(TypeRef.Declared type) {
        return type.is(OPTIONAL) || type.is(STAGE) || type.is(FUTURE);
    }

    private ResultModel nested() {
        problems.add(
                ProblemCode.NESTED_WRAPPER,
                method.origin(),
                "The method " + method.name() + " returns " + method.result().text() + ".",
                "Return one CompletionStage, one Optional, or a CompletionStage of an Optional.");
        return ResultModel.Plain.UNUSABLE;
    }

    private ResultModel single(TypeRef result) {
        if (result instanceof TypeRef.Primitive primitive && primitive.text().equals("void")) {
            return ResultModel.Plain.NOTHING;
        }
        if (!(result instanceof TypeRef.Declared declared)) {
            return json(result);
        }
        if (wrapper(declared)) {
            return nested();
        }
        if (declared.is("java.lang.String")) {
            return ResultModel.Plain.TEXT;
        }
        if (declared.is(Vocabulary.RESPONSE)) {
            return ResultModel.Plain.RESPONSE;
        }
        if (declared.isA(Vocabulary.VIEW)) {
            return ResultModel.Plain.VIEW;
        }
        if (declared.isA(Vocabulary.JTE_MODEL)) {
            return ResultModel.Plain.JTE_MODEL;
        }
        return json(declared);
    }

    private ResultModel json(TypeRef result) {
        Optional<String> fix = ResultAdvice.fix(result);
        if (fix.isPresent()) {
            problems.add(
                    ProblemCode.NOT_A_RESULT,
                    method.origin(),
                    "The method " + method.name() + " returns " + result.text()
                            + ", which cannot be written as a response.",
                    fix.get());
            return ResultModel.Plain.UNUSABLE;
        }
        if (!concrete(result)) {
            return noJson(result);
        }
        Optional<TypeRef.Declared> hidden = hidden(result);
        if (hidden.isPresent()) {
            problems.add(
                    ProblemCode.PRIVATE_RESULT_TYPE,
                    method.origin(),
                    "The generated table cannot name " + hidden.get().name().simpleName() + ", which the method "
                            + method.name() + " returns.",
                    AccessFix.of(hidden.get(), type.name().packageName()));
            return ResultModel.Plain.UNUSABLE;
        }
        return new ResultModel.Json(result);
    }

    private ResultModel noJson(TypeRef result) {
        problems.add(
                ProblemCode.NO_JSON_TYPE,
                method.origin(),
                "The method " + method.name() + " returns " + result.text() + ", whose type is not known in full.",
                "Give every type argument, without wildcards: List<Room>, not List or List<? extends Room>.");
        return ResultModel.Plain.UNUSABLE;
    }

    private static boolean concrete(TypeRef result) {
        if (result instanceof TypeRef.Declared declared) {
            return !declared.raw() && declared.arguments().stream().allMatch(ResultParser::concrete);
        }
        if (result instanceof TypeRef.Array array) {
            TypeRef component = array.component();
            boolean generic = component instanceof TypeRef.Declared declared
                    && !declared.arguments().isEmpty();
            return !generic && concrete(component);
        }
        return result instanceof TypeRef.Primitive;
    }

    /** The first type that the table cannot name. */
    private Optional<TypeRef.Declared> hidden(TypeRef result) {
        if (result instanceof TypeRef.Declared declared) {
            return Stream.concat(
                            Stream.of(declared)
                                    .filter(named ->
                                            !named.visibleIn(type.name().packageName())),
                            declared.arguments().stream().flatMap(argument -> hidden(argument).stream()))
                    .findFirst();
        }
        return result instanceof TypeRef.Array array ? hidden(array.component()) : Optional.empty();
    }
}
