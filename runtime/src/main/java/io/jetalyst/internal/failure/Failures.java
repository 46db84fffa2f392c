package io.jetalyst.internal.failure;

import io.jetalyst.engine.Rejections;
import io.jetalyst.filter.Context;
import io.jetalyst.http.AcceptLanguage;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.internal.log.LogText;
import io.jetalyst.internal.log.RepeatedLine;
import io.jetalyst.internal.proxy.ForwardedFields;
import io.jetalyst.internal.proxy.LocalClient;
import io.jetalyst.route.Route;
import io.jetalyst.security.Identity;
import io.jetalyst.session.SessionStoreException;
import io.jetalyst.support.Causes;
import io.jetalyst.view.Assets;
import io.jetalyst.view.ErrorPage;
import io.jetalyst.view.ErrorPages;
import io.jetalyst.view.PageTexts;
import io.jetalyst.view.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.helpers.MessageFormatter;

/**
 * Maps an exception to a response. An {@code HttpProblem} is sent as it is, and a failure of the store of sessions becomes a 503. Anything else
 * becomes a 500 whose body contains the id under which the exception was logged, and in dev mode, for clients of this machine, its stack trace.
 */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.failures");

    private static final String RETRY_SECONDS = "5";

    static {
        loadClasses();
    }

    private final ErrorPages pages;
    private final Assets assets;
    private final Predicate<Request> showsTraces;
    private final Rejections rejections;
    private final RequestLanguages languages;
    private final Messages messages = new Messages();
    private final RepeatedLine late = new RepeatedLine();
    private final RepeatedLine storeFailed = new RepeatedLine();

    /** Without static files and proxies. @param development whether responses to clients of this machine contain stack traces */
    public Failures(ErrorPages pages, boolean development) {
        this(
                pages,
                name -> name,
                request -> development && LocalClient.hasSent(request, ForwardedFields.NONE),
                new Rejections(),
                RequestLanguages.OF_CLIENT);
    }

    /**
     * @param assets the static files that the pages can name
     * @param showsTraces whether the response to a request contains the stack trace
     * @param rejections counts the errors that an exhausted heap causes
     * @param languages decides the languages of clients
     */
    public Failures(
            ErrorPages pages,
            Assets assets,
            Predicate<Request> showsTraces,
            Rejections rejections,
            RequestLanguages languages) {
        this.languages = languages;
        this.rejections = rejections;
        this.pages = pages;
        this.assets = assets;
        this.showsTraces = showsTraces;
    }

    /** Loads the classes behind a response to an exception. When memory is exhausted, a class may fail to load, and then never loads again. */
    private static void loadClasses() {
        Request.builder("GET", "/").build().id();
        LogText.of(SessionStoreException.class.getName());
        LOG.isEnabledForLevel(Level.ERROR);
        MessageFormatter.arrayFormat("{}", new Object[] {"start"});
        try {
            Integer.parseInt(""); // its stack trace has classes of the JDK
        } catch (NumberFormatException expected) {
            expected.printStackTrace(new PrintStream(OutputStream.nullOutputStream()));
        }
    }

    /** The exception that the application threw, or the problem of a body that it was reading as a stream. */
    public static Throwable cause(Throwable thrown) {
        Throwable reason = Causes.unwrap(thrown);
        Throwable read = reason instanceof UncheckedIOException ? reason.getCause() : reason;
        return read instanceof IOException && read.getCause() instanceof HttpProblem problem ? problem : reason;
    }

    /** The response to a request whose client is not known. */
    public Response answer(Throwable thrown, Request request) {
        return answer(thrown, request, Optional::empty);
    }

    /** The response to a request of which a thread has the context. The application's page can ask for the identity of the client. */
    public Response answer(Throwable thrown, Context context) {
        return answer(thrown, context.request(), new ClientOfPage(context));
    }

    private Response answer(Throwable thrown, Request request, Supplier<Optional<Identity>> client) {
        Throwable failure = cause(thrown);
        if (failure instanceof HttpProblem problem) {
            return answer(problem, request, Optional.empty(), client);
        }
        if (failure instanceof SessionStoreException storeFailure) {
            return storeFailed(storeFailure, request);
        }
        rejections.addIfHeap(failure);
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        log("{} {} failed, answered as {}", failure, request);
        HttpProblem problem =
                HttpProblem.of(Status.INTERNAL_SERVER_ERROR, "The server failed to process this request.");
        boolean traced = showsTraces.test(request);
        return answer(
                traced ? problem.with("exception", trace(failure)) : problem,
                request,
                Optional.of(request.id()),
                client);
    }

    /** 503: the store of the sessions may work again soon. */
    private Response storeFailed(SessionStoreException failure, Request request) {
        String method = LogText.of(request.method());
        String path = LogText.of(request.path());
        String id = request.id();
        String cause = failure.getCause() == null ? "" : ": " + failure.getCause();
        storeFailed.write(more -> LOG.error(
                "{} {} was answered with 503: {}{} (request {}){}",
                method,
                path,
                failure.getMessage(),
                cause,
                id,
                more));
        HttpProblem problem = HttpProblem.of(
                        Status.SERVICE_UNAVAILABLE, "The sessions are not available. Please try again later.")
                .header("Retry-After", RETRY_SECONDS);
        return answer(problem, request, Optional.of(id), Optional::empty);
    }

    /** The mistakes with messages in the language of the client. */
    public List<InputError> translate(List<InputError> errors, Request request) {
        return language(request).translate(errors);
    }

    /** Logs that the content of a response failed after the client had received its status. */
    public void aborted(Throwable thrown, Request request) {
        log("{} {} failed while its response was sent, aborted as {}", cause(thrown), request);
    }

    /** The response to a request beyond a limit. No code of the application makes it, because it has to cost little. */
    public static Response busy(HttpProblem problem, Request request) {
        return ProblemResponse.of(problem, request, "", null, Language.ENGLISH);
    }

    /** 503 for a request whose response did not come in time. */
    public Response late(Request request, Optional<Route> route) {
        String id = request.id(); // now: the line may be written after the exchange, without valid header fields
        late.write(more -> LOG.warn(
                "{} {} was not answered in time: {} (request {}){}",
                LogText.of(request.method()),
                LogText.of(request.path()),
                route.map(Route::handler).orElse("no route"),
                id,
                more));
        return answer(lateProblem(), request, Optional.empty(), Optional::empty); // a thread may still use the context
    }

    /** 503 for a request whose time has passed. */
    public static HttpProblem lateProblem() {
        return HttpProblem.of(Status.SERVICE_UNAVAILABLE, "The server did not answer this request in time.");
    }

    /** The problem with all messages in the language of the client, as a page has it. */
    public HttpProblem translate(HttpProblem problem, Request request) {
        return language(request).translate(problem);
    }

    /** The texts of pages in the language of the client. */
    public PageTexts pageTexts(Request request) {
        return language(request);
    }

    /** The languages of the client. */
    public AcceptLanguage languages(Request request) {
        return languages.of(request);
    }

    private Language language(Request request) {
        return messages.in(languages(request));
    }

    private Response answer(
            HttpProblem thrown, Request request, Optional<String> id, Supplier<Optional<Identity>> client) {
        boolean isPage = ProblemForm.of(request) == ProblemForm.PAGE;
        boolean isTranslated = isPage || !thrown.errors().isEmpty();
        Language language = isTranslated ? language(request) : Language.ENGLISH;
        HttpProblem problem = isPage ? language.translate(thrown) : withTranslatedErrors(thrown, language);
        Response own = isPage ? page(new ErrorPage(problem, request, id, assets, languages(request), client)) : null;
        Response response = ProblemResponse.of(
                problem, request, id.map(uuid -> "urn:uuid:" + uuid).orElse(""), own, language);
        return isTranslated ? languages.vary(response) : response;
    }

    /** The titles and the other details of problem documents are for programmers, who search for them. */
    private static HttpProblem withTranslatedErrors(HttpProblem problem, Language language) {
        if (problem.errors().isEmpty()) {
            return problem;
        }
        List<InputError> errors = language.translate(problem.errors());
        return problem.with(errors, language.detail(errors, problem.detail()));
    }

    /** The application's page; {@code null} if it has none. */
    private @Nullable Response page(ErrorPage error) {
        try {
            Optional<View> view = pages.page(error);
            if (view.isEmpty()) {
                return null;
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
            view.get().render(out);
            return Response.bytes(view.get().contentType(), out.toByteArray());
        } catch (IOException | RuntimeException | StackOverflowError failed) {
            LOG.error(
                    "The error page for {} failed (request {})",
                    error.problem().status(),
                    error.request().id(),
                    failed);
            return null;
        }
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        try {
            failure.printStackTrace(new PrintWriter(trace));
        } catch (RuntimeException | StackOverflowError unprintable) {
            trace.append(failure.getClass().getName());
        }
        return trace.toString();
    }

    private static void log(String message, Throwable failure, Request request) {
        String id = request.id();
        String method = LogText.of(request.method());
        String path = LogText.of(request.path());
        try {
            LOG.error(message, method, path, id, failure);
        } catch (RuntimeException | StackOverflowError unprintable) {
            LOG.error(message + ", with an unprintable {}", method, path, id, failure.getClass());
        }
    }
}
