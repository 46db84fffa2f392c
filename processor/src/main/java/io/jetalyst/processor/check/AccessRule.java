package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.AccessDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.NearMatch;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;
import java.util.Optional;

/** Each route has one decision on its clients, which names declared roles and fits the parameters of its method. */
final class AccessRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        TypeDecl type = controller.type();
        checkOne(type.access(), type.name().simpleName(), problems);
        for (RouteModel route : controller.routes()) {
            checkOne(route.method().access(), controller.handler(route.method()), problems);
            route.access().ifPresent(access -> {
                checkRoles(access, type, problems);
                checkIdentity(route, access, controller, problems);
            });
        }
        type.unusedAccess()
                .forEach(unused -> withoutRoute(unused, "a method that is no route of a controller", problems));
        controller.errors().stream()
                .flatMap(error -> error.method().access().stream())
                .forEach(unused -> withoutRoute(unused, "a method that handles exceptions", problems));
        if (controller.isGlobal()) {
            type.access().forEach(unused -> withoutRoute(unused, "a class that handles exceptions", problems));
        }
    }

    /** Reports each route without an annotation. */
    static void checkDeclared(ControllerModel controller, Problems problems) {
        for (RouteModel route : controller.routes()) {
            if (route.access().isEmpty()) {
                problems.add(
                        ProblemCode.ACCESS_MISSING,
                        route.method().origin(),
                        "The route " + controller.handler(route.method())
                                + " has no @RolesAllowed, @PermitAll or @DenyAll, and -Ajetalyst.security.default=deny"
                                + " requires one.",
                        "Add one to the method or to its controller; @RolesAllowed(\"**\") admits every client that has"
                                + " an identity.");
            }
        }
    }

    private static void checkOne(List<AccessDecl> declared, String place, Problems problems) {
        if (declared.size() > 1) {
            AccessDecl first = declared.get(0);
            AccessDecl second = declared.get(1);
            problems.add(
                    ProblemCode.ACCESS_TWICE,
                    second.use().origin(),
                    place + " has " + text(first) + " and " + text(second)
                            + ", and only one of them can decide its clients.",
                    "Remove one of them.");
        }
    }

    /** {@code @RolesAllowed}, or {@code @Staff with @RolesAllowed} for one that another annotation carries. */
    private static String text(AccessDecl access) {
        return access.use() == access.annotation()
                ? access.use().text()
                : access.use().text() + " with " + access.annotation().text();
    }

    private static void checkRoles(AccessDecl access, TypeDecl type, Problems problems) {
        if (access.is(Vocabulary.ROLES_ALLOWED) && access.roles().isEmpty()) {
            problems.add(
                    ProblemCode.NO_ROLES,
                    access.annotation().origin(),
                    "@RolesAllowed names no role.",
                    "Name one, or write @DenyAll if the route answers nobody.");
        }
        Optional<List<String>> declared = type.context().roles();
        for (ValueDecl role : access.roles()) {
            if (role.text().equals(AccessDecl.EVERY_IDENTITY)) {
                continue;
            }
            if (declared.isEmpty()) {
                undeclared(role, type, problems);
            } else if (!declared.get().contains(role.text())) {
                problems.add(
                        ProblemCode.UNKNOWN_ROLE,
                        role.origin(),
                        "The role \"" + role.text() + "\" is not declared.",
                        question(role.text(), declared.get())
                                + (declared.get().isEmpty()
                                        ? "@Roles declares none: add"
                                        : "@Roles declares " + String.join(", ", declared.get())
                                                + ". Name one of them, or add")
                                + " the role to @Roles in package-info.java or module-info.java.");
            }
        }
    }

    /** The role of every client with an identity has two asterisks, and a single one is nearly always meant for it. */
    private static String question(String role, List<String> declared) {
        return role.equals("*")
                ? "Did you mean \"" + AccessDecl.EVERY_IDENTITY + "\"? "
                : NearMatch.question(role, declared);
    }

    private static void undeclared(ValueDecl role, TypeDecl type, Problems problems) {
        String packageName = type.name().packageName();
        problems.add(
                ProblemCode.UNKNOWN_ROLE,
                role.origin(),
                "The role \"" + role.text() + "\" is not declared: no @Roles applies to "
                        + type.name().simpleName() + ".",
                role.text().equals("*")
                        ? "Did you mean \"" + AccessDecl.EVERY_IDENTITY + "\", every client with an identity?"
                        : packageName.isEmpty()
                                ? "Move the controller to a package whose package-info.java has @Roles(\"" + role.text()
                                        + "\")."
                                : "Write @Roles(\"" + role.text() + "\") before the package in package-info.java of "
                                        + packageName + " or of a package above it.");
    }

    private static void checkIdentity(
            RouteModel route, AccessDecl access, ControllerModel controller, Problems problems) {
        if (access.is(Vocabulary.PERMIT_ALL) && route.needsIdentity()) {
            problems.add(
                    ProblemCode.IDENTITY_OF_EVERYONE,
                    access.use().origin(),
                    text(access) + " admits clients without an identity, and " + controller.handler(route.method())
                            + " takes an Identity.",
                    "Take an Optional<Identity>, or replace it by @RolesAllowed(\"**\").");
        }
    }

    private static void withoutRoute(AccessDecl unused, String place, Problems problems) {
        problems.add(
                ProblemCode.ACCESS_WITHOUT_ROUTE,
                unused.use().origin(),
                text(unused) + " has no effect on " + place + ": only the clients of routes are checked.",
                "Move it to the routes whose clients it is meant for, or to their controller.");
    }
}
