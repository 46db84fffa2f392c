package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.AccessDecl;
import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A method that answers requests on a path.
 *
 * @param annotation the one that makes it a route
 * @param path the whole path; the well-formed part of it if it is malformed
 * @param pathSound whether the path is well-formed
 * @param annotations those of the method, then those of its controller that the method does not repeat
 * @param filters the classes of its filters, the outermost first
 * @param access the decision on its clients, of the method or of its controller
 * @param endpoint what kind of requests it answers
 */
public record RouteModel(
        MethodDecl method,
        AnnotationDecl annotation,
        PathTemplate path,
        boolean pathSound,
        List<ParamModel> params,
        List<AnnotationDecl> annotations,
        List<TypeDecl> filters,
        Optional<AccessDecl> access,
        Endpoint endpoint) {
    public RouteModel {
        params = List.copyOf(params);
        annotations = List.copyOf(annotations);
        filters = List.copyOf(filters);
    }

    /** The kind of requests that a route answers. */
    public sealed interface Endpoint {
        /**
         * Answers an HTTP request.
         *
         * @param status the status of the response; empty for the one that the result has
         */
        record Http(Verb verb, ResultModel result, Optional<Integer> status) implements Endpoint {
            @Override
            public String kind() {
                return verb.name();
            }

            @Override
            public int order() {
                return verb.ordinal();
            }
        }

        /** Accepts a WebSocket. */
        record Socket(SocketModel options) implements Endpoint {
            @Override
            public String kind() {
                return "WebSocket";
            }

            @Override
            public int order() {
                return Verb.values().length;
            }
        }

        /** {@code GET}, {@code POST}, … or {@code WebSocket}: of two routes of one kind and shape only one can answer. */
        String kind();

        /** The place among the routes of one path. */
        int order();
    }

    /** The bindings of the parameters, and all those that they need. */
    public List<ParamModel> parts() {
        List<ParamModel> parts = new ArrayList<>();
        params.forEach(param -> parts.addAll(param.parts()));
        return parts;
    }

    /** Whether the path and all parameters could be read. */
    boolean isLinkable() {
        return pathSound && parts().stream().noneMatch(ParamModel.Unusable.class::isInstance);
    }

    /** The parameters that take the body; a sound route has one at most. */
    public List<ParamModel.Body> bodies() {
        List<ParamModel.Body> bodies = new ArrayList<>();
        for (ParamModel part : parts()) {
            if (part instanceof ParamModel.Body body) {
                bodies.add(body);
            }
        }
        return bodies;
    }

    /** The parameters that take fields of a form, which is the body then. */
    public List<ParamModel> formFields() {
        List<ParamModel> fields = parts();
        fields.removeIf(part -> !part.isFormField());
        return fields;
    }

    /** Whether the method takes an identity, so that a client needs one. */
    public boolean needsIdentity() {
        return takes(ParamModel.Role.IDENTITY);
    }

    /** Whether the method takes an identity, or an optional one. */
    public boolean readsIdentity() {
        return needsIdentity() || takes(ParamModel.Role.OPTIONAL_IDENTITY);
    }

    private boolean takes(ParamModel.Role role) {
        for (ParamModel part : parts()) {
            if (part instanceof ParamModel.Given given && given.role() == role) {
                return true;
            }
        }
        return false;
    }

    /** The annotation that limits the body, on the method or on its controller. */
    public Optional<AnnotationDecl> maxBody() {
        return annotation(Vocabulary.MAX_BODY);
    }

    private Optional<AnnotationDecl> annotation(String type) {
        for (AnnotationDecl annotation : annotations) {
            if (annotation.type().equals(type)) {
                return Optional.of(annotation);
            }
        }
        return Optional.empty();
    }

    /** Whether the method, or its controller, promises that it does not block. */
    public boolean isNonBlocking() {
        return annotation(Vocabulary.NON_BLOCKING).isPresent();
    }

    /** Whether the method takes the body, or fields of a form. */
    public boolean takesBody() {
        return !bodies().isEmpty() || !formFields().isEmpty();
    }

    /** The media types of bodies that {@code @Consumes} lists; none if the route has no such annotation, or takes no body. */
    public List<String> consumes() {
        return takesBody() ? texts(Vocabulary.CONSUMES) : List.of();
    }

    /** The media types of the response that {@code @Produces} lists; none if the route has no such annotation, or sends no content. */
    public List<String> declaredProduces() {
        return endpoint instanceof Endpoint.Http http && !http.result().isNothing()
                ? texts(Vocabulary.PRODUCES)
                : List.of();
    }

    /** The media types of the response: those of {@code @Produces}, or else those that the result has by itself. */
    public List<String> produces() {
        List<String> declared = declaredProduces();
        return declared.isEmpty() && endpoint instanceof Endpoint.Http http
                ? http.result().mediaTypes()
                : declared;
    }

    private List<String> texts(String type) {
        return annotation(type)
                .map(annotation -> annotation.values(Vocabulary.VALUE).stream()
                        .map(value -> value.text().strip())
                        .toList())
                .orElse(List.of());
    }

    /** The media types of the bodies that the route takes; those of any form have names of their own. */
    private List<String> consumed() {
        if (!takesBody()) {
            return List.of("");
        }
        List<String> declared = consumes();
        if (!declared.isEmpty()) {
            return declared;
        }
        return formFields().isEmpty() ? bodies().get(0).form().mediaTypes() : BodyForm.FORMS;
    }

    /** Whether {@code @Produces} or {@code @Consumes} separates this route from another one of the same path and method. */
    public boolean differs(RouteModel other) {
        boolean body = !consumes().isEmpty() || !other.consumes().isEmpty();
        boolean result =
                !declaredProduces().isEmpty() || !other.declaredProduces().isEmpty();
        return body && Collections.disjoint(consumed(), other.consumed())
                || result
                        && !produces().isEmpty()
                        && !other.produces().isEmpty()
                        && Collections.disjoint(sent(), other.sent());
    }

    private List<String> sent() {
        return produces().stream().map(type -> type.toLowerCase(Locale.ROOT)).toList();
    }

    /** Whether the form has files. */
    public boolean takesFiles() {
        return parts().stream().anyMatch(ParamModel.Upload.class::isInstance);
    }

    /** The place at which problems of the path are reported: the path in the annotation. */
    public Origin origin() {
        return annotation.originOf(Vocabulary.VALUE);
    }

    /** {@code @Get path "/rooms/{id}"}. */
    public String title() {
        return annotation.text() + " path \"" + path.text() + "\"";
    }
}
