package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.decl.Source;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.BodyForm;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;
import java.util.Optional;

/**
 * A POST, PUT or PATCH method takes one body at most, or the fields of a form, and no other method takes one. A non-blocking method takes none
 * whose reads wait.
 */
final class BodyRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        for (RouteModel route : controller.routes()) {
            List<ParamModel.Body> bodies = route.bodies();
            Optional<ParamModel> field = route.formFields().stream().findFirst();
            if (!Vocabulary.WITH_BODY.contains(route.annotation().type())) {
                bodies.forEach(body -> noBody(route, body, problems));
                field.ifPresent(first -> noForm(route, first, problems));
            } else {
                bodies.stream().skip(1).forEach(body -> second(route, bodies.get(0), body, problems));
                bodies.stream()
                        .filter(body -> body.form() == BodyForm.INPUT_STREAM && route.isNonBlocking())
                        .forEach(body -> waits(route, body, problems));
                bodies.stream()
                        .findFirst()
                        .ifPresent(body -> field.ifPresent(first -> formAndBody(route, first, body, problems)));
            }
        }
    }

    private static void noForm(RouteModel route, ParamModel field, Problems problems) {
        boolean socket = route.endpoint() instanceof RouteModel.Endpoint.Socket;
        problems.add(
                ProblemCode.BODY_NOT_EXPECTED,
                origin(field),
                "The " + route.annotation().text() + " method "
                        + route.method().name() + " takes the form field "
                        + field.declaration().name() + ", but "
                        + (socket ? "a handshake" : "a " + route.endpoint().kind() + " request") + " has no form.",
                "Take it with @QueryParam" + (socket ? "." : ", or answer a POST, PUT or PATCH request."));
    }

    private static void formAndBody(RouteModel route, ParamModel field, ParamModel.Body body, Problems problems) {
        problems.add(
                ProblemCode.SECOND_BODY,
                origin(field),
                "The method " + route.method().name() + " takes the form field "
                        + field.declaration().name() + " and the body "
                        + body.declaration().name() + ", but the form is the body.",
                "Take all with @FormParam, or take one body with all members.");
    }

    /** The annotation, which is what is wrong. */
    private static Origin origin(ParamModel field) {
        return field.declaration()
                .annotation(Source.FORM.annotation())
                .map(AnnotationDecl::origin)
                .orElse(field.declaration().origin());
    }

    private static void noBody(RouteModel route, ParamModel.Body body, Problems problems) {
        boolean socket = route.endpoint() instanceof RouteModel.Endpoint.Socket;
        problems.add(
                ProblemCode.BODY_NOT_EXPECTED,
                body.declaration().origin(),
                "The " + route.annotation().text() + " method "
                        + route.method().name() + " takes the body "
                        + body.declaration().name() + ", but "
                        + (socket ? "a handshake" : "a " + route.endpoint().kind() + " request") + " has none.",
                socket
                        ? "Remove it: messages come to listeners, as in handshake.onMessage(Say.class, (session, say) -> …)."
                        : "Answer a POST, PUT or PATCH request, or take the values with @QueryParam.");
    }

    private static void waits(RouteModel route, ParamModel.Body body, Problems problems) {
        problems.add(
                ProblemCode.BODY_WAITS,
                body.declaration().origin(),
                "The method " + route.method().name() + " is @NonBlocking, and reads of its InputStream "
                        + body.declaration().name() + " wait for the client.",
                "Remove @NonBlocking, or take a byte[] or a Flow.Publisher<ByteBuffer>.");
    }

    private static void second(RouteModel route, ParamModel.Body first, ParamModel.Body second, Problems problems) {
        problems.add(
                ProblemCode.SECOND_BODY,
                second.declaration().origin(),
                "The method " + route.method().name() + " takes two bodies, "
                        + first.declaration().name() + " and "
                        + second.declaration().name() + ".",
                "Take one, with the members of both.");
    }
}
