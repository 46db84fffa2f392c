package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ErrorModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.ResultModel;
import io.jetalyst.processor.problem.AccessFix;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the methods of one class that handle exceptions. */
final class ErrorParser {
    private final TypeDecl type;
    private final Problems problems;

    ErrorParser(TypeDecl type, Problems problems) {
        this.type = type;
        this.problems = problems;
    }

    ErrorModel parse(MethodDecl method, AnnotationDecl annotation) {
        List<TypeRef.Declared> exceptions = exceptions(method, annotation);
        List<ParamModel> params = new ArrayList<>();
        boolean complete =
                exceptions.size() == annotation.values(Vocabulary.VALUE).size();
        for (ParamDecl param : method.params()) {
            params.add(
                    complete && !method.leavesOpen(param.type())
                            ? param(method, param, exceptions)
                            : new ParamModel.Unusable(param, param.name()));
        }
        int before = problems.all().size();
        ResultModel result = new ResultParser(type, method, problems).parse();
        Optional<Integer> status = StatusParser.parse(method, result, problems);
        if (status.isEmpty() && !result.hasStatus() && problems.all().size() == before) {
            problems.add(
                    ProblemCode.ERROR_WITHOUT_STATUS,
                    method.origin(),
                    "The method " + method.name() + " handles exceptions, and nothing says the status of its response.",
                    "Add @ResponseStatus, such as @ResponseStatus(409), or return a Reply or a Response.");
        }
        return new ErrorModel(method, annotation, exceptions, params, result, status);
    }

    private List<TypeRef.Declared> exceptions(MethodDecl method, AnnotationDecl annotation) {
        List<TypeRef.Declared> exceptions = new ArrayList<>();
        List<ValueDecl> values = annotation.values(Vocabulary.VALUE);
        if (values.isEmpty()) {
            problems.add(
                    ProblemCode.NO_EXCEPTION,
                    annotation.origin(),
                    "@OnError of the method " + method.name() + " names no exception.",
                    "Write the class of an exception, such as @OnError(IOException.class).");
        }
        for (ValueDecl value : values) {
            if (value.type().orElse(null) instanceof TypeRef.Declared exception) {
                if (exception.visibleIn(type.name().packageName())) {
                    exceptions.add(exception);
                } else {
                    problems.add(
                            ProblemCode.HIDDEN_EXCEPTION,
                            value.origin(),
                            "The generated table cannot name " + exception.text() + ", which the method "
                                    + method.name() + " handles.",
                            AccessFix.of(exception, type.name().packageName()));
                }
            }
        }
        return exceptions;
    }

    private ParamModel param(MethodDecl method, ParamDecl param, List<TypeRef.Declared> exceptions) {
        Optional<ParamModel.Role> role = ParamModel.Role.of(param.type());
        if (role.isPresent() && role.get() != ParamModel.Role.HANDSHAKE) {
            return new ParamModel.Given(param, role.get());
        }
        if (!(param.type() instanceof TypeRef.Declared declared) || !declared.isA("java.lang.Throwable")) {
            problems.add(
                    ProblemCode.ERROR_PARAMETER,
                    param.origin(),
                    "The method " + method.name() + " handles exceptions, and its parameter " + param.name()
                            + " has the type " + param.type().text() + ".",
                    "Take the exception, a Request or a Context.");
            return new ParamModel.Unusable(param, param.name());
        }
        for (TypeRef.Declared exception : exceptions) {
            if (!exception.isA(declared.name().qualifiedName())) {
                problems.add(
                        ProblemCode.ERROR_PARAMETER,
                        param.origin(),
                        "The parameter " + param.name() + " of the method " + method.name() + " has the type "
                                + declared.text() + ", and " + exception.text() + " is no subclass of it.",
                        "Take a superclass of all exceptions that @OnError names.");
                return new ParamModel.Unusable(param, param.name());
            }
        }
        return new ParamModel.Failure(param);
    }
}
