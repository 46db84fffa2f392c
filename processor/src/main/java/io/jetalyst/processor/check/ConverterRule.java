package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;

/** The generated table creates converters as it creates the controller, and waits for none of them on a thread that must not block. */
final class ConverterRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        String packageName = controller.type().name().packageName();
        for (RouteModel route : controller.routes()) {
            for (ParamModel param : route.params()) {
                param.parts().stream()
                        .flatMap(part -> part.converter().stream())
                        .forEach(converter -> {
                            TypeDecl type = converter.type();
                            ConstructorRule.check(type, "converter", packageName, problems);
                            if (route.isNonBlocking() && converter.later()) {
                                waits(route, param, converter.name(), problems);
                            }
                        });
            }
        }
    }

    private static void waits(RouteModel route, ParamModel param, String converter, Problems problems) {
        problems.add(
                ProblemCode.CONVERTER_WAITS,
                param.declaration().origin(),
                "The method " + route.method().name() + " is @NonBlocking, and its parameter "
                        + param.declaration().name() + " waits for the CompletionStage of " + converter + ".",
                "Remove @NonBlocking, or take the text and call " + converter + " in the method.");
    }
}
