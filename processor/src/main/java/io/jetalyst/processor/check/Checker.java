package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.ForeignDecl;
import io.jetalyst.processor.decl.HeirDecl;
import io.jetalyst.processor.decl.ModuleDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.UnusedAnnotationDecl;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.LinkModel;
import io.jetalyst.processor.model.MessagesModel;
import io.jetalyst.processor.problem.Problems;
import java.util.List;
import java.util.Optional;

/** Applies the rules. */
public final class Checker {
    private static final List<Rule> RULES = List.of(
            new ControllerRule(),
            new ConstructorRule(),
            new MethodRule(),
            new VariableRule(),
            new SameValueRule(),
            new DefaultValueRule(),
            new ConverterRule(),
            new FilterRule(),
            new AccessRule(),
            new BodyRule(),
            new SessionRule(),
            new SubmittedRule(),
            new MaxBodyRule(),
            new CrossSiteRule(),
            new ContentPolicyRule(),
            new CorsOriginsRule(),
            new MediaTypeRule(),
            new ConstraintRule(),
            new ConstraintTypeRule(),
            new ConstraintPlaceRule(),
            new SocketMethodRule(),
            new SocketOptionsRule(),
            new SocketLimitsRule(),
            new ErrorRule(),
            new PlainTextRule(),
            new ShapeRule());

    private Checker() {}

    /** Checks that the types in the methods of a controller are known, before its methods are read. */
    public static void checkTypeArguments(TypeDecl declaration, Problems problems) {
        TypeArgumentRule.check(declaration, problems);
    }

    /**
     * Checks one controller by itself.
     *
     * @param problems what parsing found; what the rules find is added
     * @return the controller, if there is no error
     */
    public static Optional<Checked<ControllerModel>> check(ControllerModel controller, Problems problems) {
        RULES.forEach(rule -> rule.check(controller, problems));
        return problems.hasErrors() ? Optional.empty() : Optional.of(new Checked<>(controller));
    }

    /** Reports each route that has no decision on its clients. */
    public static void checkDeclaredAccess(ControllerModel controller, Problems problems) {
        AccessRule.checkDeclared(controller, problems);
    }

    /**
     * Checks the controllers of a compilation against one another.
     *
     * @param all whether these are all there are; what one of the others may have is not missed
     */
    public static void checkTogether(List<Checked<ControllerModel>> controllers, boolean all, Problems problems) {
        List<ControllerModel> models = controllers.stream().map(Checked::value).toList();
        ShapeRule.checkTogether(models, problems);
        ErrorRule.checkTogether(models, problems);
        InjectedControllerRule.check(models, problems);
        if (all) {
            SocketPageRule.check(models, problems);
        }
    }

    /** Warns of routes without a link. */
    public static void checkLinks(ControllerModel controller, List<LinkModel> links, Problems problems) {
        LinkRule.check(controller, links, problems);
    }

    /** Checks that a module provides the tables of its controllers, and the descriptions of its JSON types. */
    public static void checkProvided(
            ModuleDecl module, List<Checked<ControllerModel>> controllers, List<String> jsonTypes, Problems problems) {
        List<String> tables = controllers.stream()
                .map(controller -> controller.value().qualifiedTableName())
                .toList();
        ModuleRule.check(module, tables, jsonTypes, problems);
    }

    /**
     * Checks one type of messages by itself.
     *
     * @return the messages, if there is no error
     */
    public static Optional<Checked<MessagesModel>> check(MessagesModel messages, Problems problems) {
        MessageTypeRule.check(messages, problems);
        if (!problems.hasErrors()) {
            MessageKindRule.check(messages, problems);
            checkJson(messages, problems);
        }
        return problems.hasErrors() ? Optional.empty() : Optional.of(new Checked<>(messages));
    }

    /** Checks that JSON can distinguish the kinds of a sealed type. */
    public static void checkJson(MessagesModel messages, Problems problems) {
        DiscriminatorRule.check(messages, problems);
        SharedMemberRule.check(messages, problems);
    }

    /** Reports annotations of other web frameworks on a controller. */
    public static void checkForeign(List<ForeignDecl> foreign, Problems problems) {
        foreign.forEach(annotation -> ForeignRule.check(annotation, problems));
    }

    /** Reports annotations that nothing reads, and inherited routes that nothing serves. */
    public static void checkUnusedAnnotations(List<UnusedAnnotationDecl> all, List<HeirDecl> heirs, Problems problems) {
        UnusedAnnotationRule.check(all, problems);
        heirs.forEach(heir -> UnusedAnnotationRule.check(heir, problems));
    }
}
