package io.jetalyst.processor;

import com.google.auto.service.AutoService;
import io.jetalyst.processor.check.Checker;
import io.jetalyst.processor.decl.MessagesDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.MessagesModel;
import io.jetalyst.processor.parse.MessagesParser;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import io.jetalyst.processor.read.FilerSink;
import io.jetalyst.processor.read.MessagesReader;
import io.jetalyst.processor.write.ListenerWriter;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Writes one listener beside each sealed type of messages, and reports what is wrong with one, or with the JSON of any sealed type.
 * Each listener depends only on its type and the types that it permits (Gradle calls this isolating).
 */
@AutoService(Processor.class)
public final class MessagesProcessor extends RoundProcessor {
    private final Prerequisites prerequisites = new Prerequisites();
    private final GeneratedNames listeners = new GeneratedNames();
    private boolean controllers;
    private @Nullable JsonImports json;
    private final Set<String> waiting = new TreeSet<>();
    private final Set<String> waitingForJson = new TreeSet<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Vocabulary.MESSAGES, MessagesReader.JSON);
    }

    @Override
    void work(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (round.processingOver()) {
            return; // the compiler reports what is still missing
        }
        Problems late = new Problems();
        json().writeWaiting(late);
        report(late);
        controllers |= hasControllers(round);
        Set<String> names = AnnotatedNames.in(List.of(Vocabulary.MESSAGES), annotations, round);
        names.addAll(waiting);
        waiting.clear();
        MessagesReader reader = new MessagesReader(elements(), types(), sources());
        for (String name : names) {
            reader.read(name).ifPresentOrElse(this::generate, () -> waiting.add(name));
        }
        Set<String> sent = AnnotatedNames.in(List.of(MessagesReader.JSON), annotations, round);
        sent.addAll(waitingForJson);
        sent.removeAll(names);
        waitingForJson.clear();
        for (String name : sent) {
            if (reader.isSealed(name)) {
                reader.read(name).ifPresentOrElse(this::checkJson, () -> waitingForJson.add(name));
            }
        }
    }

    private JsonImports json() {
        if (json == null) {
            json = new JsonImports(processingEnv, sources());
        }
        return json;
    }

    private boolean hasControllers(RoundEnvironment round) {
        TypeElement controller = elements().getTypeElement(Vocabulary.CONTROLLER);
        return controller != null && !round.getElementsAnnotatedWith(controller).isEmpty();
    }

    private void generate(MessagesDecl declaration) {
        Problems problems = new Problems();
        MessagesModel messages = MessagesParser.parse(declaration);
        Problems ofRuntime =
                controllers ? new Problems() : problems; // one that controllers report, too, is reported once
        if (prerequisites.runtime(messages.root().type().name().qualifiedName(), elements(), ofRuntime)) {
            Checker.check(messages, problems)
                    .ifPresentOrElse(
                            sound -> {
                                write(messages, ListenerWriter.write(sound), problems);
                                if (options().validation()) {
                                    new ValidationImports(processingEnv).check(messages, problems);
                                }
                                if (options().json()) {
                                    json().write(messages, problems);
                                }
                            },
                            () -> placeholder(messages));
        }
        report(problems);
    }

    /** Types that are sent have no listener, and the same JSON. */
    private void checkJson(MessagesDecl declaration) {
        Problems problems = new Problems();
        Checker.checkJson(MessagesParser.parse(declaration), problems);
        report(problems);
    }

    /** Keeps classes that implement the listener from a second error: that there is none. */
    private void placeholder(MessagesModel messages) {
        if (messages.nameable(messages.root())) {
            write(messages, ListenerWriter.placeholder(messages), new Problems());
        }
    }

    private void write(MessagesModel messages, String listener, Problems problems) {
        try {
            new FilerSink(processingEnv.getFiler())
                    .source(
                            messages.qualifiedListenerName(),
                            listener,
                            messages.root().origin());
            listeners.add(
                    messages.qualifiedListenerName(), messages.root().type().text());
        } catch (IOException e) {
            problems.add(
                    ProblemCode.LISTENER_NAME_TAKEN,
                    messages.root().origin(),
                    "The listener " + messages.listenerName() + " of "
                            + messages.root().type().text() + " cannot be written: "
                            + listeners.reason(messages.qualifiedListenerName(), e) + ".",
                    listeners.fix(
                            messages.qualifiedListenerName(),
                            messages.root().type().text()));
        }
    }
}
