package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.Validations;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A constraint of Jakarta Validation 3.1 fits the type of its parameter. Otherwise the generator of the validator reports it in generated code, or
 * not at all. That generator reports the members of classes itself.
 */
final class ConstraintTypeRule implements Rule {
    private static final String PACKAGE = "jakarta.validation.constraints.";

    /** The values that a constraint checks, by section 7 of the specification. */
    private enum Checked {
        TEXTS("texts", "NotBlank", "Email", "Pattern") {
            @Override
            boolean fits(TypeRef type) {
                return isA(type, "java.lang.CharSequence");
            }
        },
        INTEGERS("numbers", "Min", "Max", "Positive", "PositiveOrZero", "Negative", "NegativeOrZero") {
            @Override
            boolean fits(TypeRef type) {
                return isNumber(type);
            }
        },
        DECIMALS("numbers and texts of them", "DecimalMin", "DecimalMax", "Digits") {
            @Override
            boolean fits(TypeRef type) {
                return isNumber(type) || isA(type, "java.lang.CharSequence");
            }
        },
        BOOLEANS("booleans", "AssertTrue", "AssertFalse") {
            @Override
            boolean fits(TypeRef type) {
                return type.text().equals("boolean") || isA(type, "java.lang.Boolean");
            }
        },
        SIZES("the size of texts, collections and arrays", "Size", "NotEmpty") {
            @Override
            boolean fits(TypeRef type) {
                return type instanceof TypeRef.Array
                        || isA(type, "java.lang.CharSequence")
                        || isA(type, "java.util.Collection")
                        || isA(type, "java.util.Map");
            }
        },
        TIMES("points in time", "Past", "PastOrPresent", "Future", "FutureOrPresent") {
            @Override
            boolean fits(TypeRef type) {
                return isA(type, "java.time.temporal.TemporalAccessor")
                        || isA(type, "java.util.Date")
                        || isA(type, "java.util.Calendar");
            }
        };

        private final String text;
        private final Set<String> constraints;

        Checked(String text, String... constraints) {
            this.text = text;
            this.constraints = Set.of(constraints);
        }

        abstract boolean fits(TypeRef type);

        static Optional<Checked> of(AnnotationDecl annotation) {
            return annotation.type().startsWith(PACKAGE)
                    ? Arrays.stream(values())
                            .filter(checked -> checked.constraints.contains(
                                    annotation.type().substring(PACKAGE.length())))
                            .findFirst()
                    : Optional.empty();
        }

        private static boolean isA(TypeRef type, String name) {
            return type instanceof TypeRef.Declared declared && declared.isA(name);
        }

        private static boolean isNumber(TypeRef type) {
            return type instanceof TypeRef.Primitive
                    ? !List.of("boolean", "char").contains(type.text())
                    : isA(type, "java.lang.Number");
        }
    }

    @Override
    public void check(ControllerModel controller, Problems problems) {
        for (RouteModel route : controller.routes()) {
            Validations.validated(route).forEach(param -> check(param.declaration(), problems));
        }
    }

    private static void check(ParamDecl param, Problems problems) {
        TypeRef type = checkedType(param);
        for (AnnotationDecl annotation : param.annotations()) {
            Checked.of(annotation)
                    .filter(checked -> !checked.fits(type))
                    .ifPresent(checked -> problems.add(
                            ProblemCode.CONSTRAINT_OF_OTHER_TYPE,
                            annotation.origin(),
                            annotation.text() + " checks " + checked.text + ", and " + param.name() + " has the type "
                                    + type.text() + ".",
                            "Remove it, or take a constraint for this type."));
        }
    }

    /** The type without an {@code Optional} around it, whose constraints are those of its value. */
    private static TypeRef checkedType(ParamDecl param) {
        return param.type() instanceof TypeRef.Declared declared && declared.is("java.util.Optional") && !declared.raw()
                ? declared.arguments().get(0)
                : param.type();
    }
}
