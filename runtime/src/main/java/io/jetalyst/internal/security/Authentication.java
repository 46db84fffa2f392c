package io.jetalyst.internal.security;

import io.jetalyst.filter.Context;
import io.jetalyst.filter.Key;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;
import io.jetalyst.internal.failure.ProblemForm;
import io.jetalyst.login.Authenticator;
import io.jetalyst.route.Route;
import io.jetalyst.security.CredentialsProblem;
import io.jetalyst.security.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Asks the authenticators of an application for the identity of a client, once for each request. Safe for all threads. */
public final class Authentication {
    /** For an application without authenticators. */
    public static final Authentication NONE = new Authentication(List.of());

    private static final Key<Outcome> OUTCOME = Key.of("identity");

    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String NO_LOGIN = "This request needs a login.";

    private final List<Authenticator> authenticators;
    private final boolean isNonBlocking;

    /** @param authenticators in the order in which they are asked */
    public Authentication(List<Authenticator> authenticators) {
        this.authenticators = List.copyOf(authenticators);
        this.isNonBlocking = authenticators.stream().allMatch(Authenticator::isNonBlocking);
    }

    /**
     * The answer of the authenticators.
     *
     * @param problem the reason why the credentials were rejected; {@code null} if they were not
     */
    private record Outcome(
            Optional<Identity> identity, @Nullable HttpProblem problem) {}

    public boolean isEmpty() {
        return authenticators.isEmpty();
    }

    /** Whether no authenticator blocks. */
    public boolean isNonBlocking() {
        return isNonBlocking;
    }

    /**
     * The identity of the client of a request. The first call asks the authenticators, and later ones return, or throw, the same.
     *
     * @param mayBlock whether the calling thread may block
     * @throws HttpProblem if an authenticator rejects the credentials
     * @throws IllegalStateException if an authenticator may block, and the thread may not
     */
    public Optional<Identity> identity(Context context, boolean mayBlock) {
        if (authenticators.isEmpty()) {
            return Optional.empty();
        }
        Outcome outcome = context.get(OUTCOME).orElse(null);
        if (outcome == null) {
            if (!mayBlock && !isNonBlocking) {
                throw new IllegalStateException(
                        "identity() may block, because an authenticator may, and neither the route"
                                + " nor a filter says so: take a parameter of the type Identity or Optional<Identity>, or let"
                                + " isNonBlocking() of the filter return false");
            }
            outcome = ask(context);
            context.put(OUTCOME, outcome);
        }
        if (outcome.problem != null) {
            throw outcome.problem;
        }
        return outcome.identity;
    }

    private Outcome ask(Context context) {
        for (Authenticator authenticator : authenticators) {
            try {
                Optional<Identity> identity = authenticator.authenticate(context);
                if (identity.isPresent()) {
                    return new Outcome(identity, null);
                }
            } catch (CredentialsProblem wrong) {
                return new Outcome(Optional.empty(), challenged(wrong, context, authenticator));
            } catch (HttpProblem problem) {
                return new Outcome(Optional.empty(), problem);
            } catch (RuntimeException failure) {
                throw failure;
            } catch (Exception failure) {
                throw new IllegalStateException("an authenticator failed", failure);
            }
        }
        return new Outcome(Optional.empty(), null);
    }

    /**
     * The response to a request without an identity that needs one: a page for the login, or 401.
     *
     * @throws HttpProblem 401 with the challenges of all authenticators
     */
    Result refuse(Context context) {
        if (isPage(context)) {
            for (Authenticator authenticator : authenticators) {
                Optional<Response> page = authenticator.loginPage(context);
                if (page.isPresent()) {
                    return page.get().header("Cache-Control", "no-store").vary("Accept");
                }
            }
        }
        throw challenged(HttpProblem.of(Status.UNAUTHORIZED, NO_LOGIN), context, null);
    }

    /**
     * Refuses a request whose identity has ended since it was asked for.
     *
     * @param hasSessionEnded whether the session that the request has used has ended
     * @throws HttpProblem 401 with the challenges of all authenticators
     */
    public void requireCurrent(Context context, BooleanSupplier hasSessionEnded) {
        if (context.get(OUTCOME).flatMap(Outcome::identity).isEmpty()) {
            return;
        }
        Instant now = Instant.now();
        boolean hasExpired = expiresAt(context).filter(end -> !end.isAfter(now)).isPresent();
        if (hasExpired || hasSessionEnded.getAsBoolean()) {
            throw challenged(HttpProblem.of(Status.UNAUTHORIZED, NO_LOGIN), context, null);
        }
    }

    /** Whether a browser loads a page. A script that sends the request itself expects a status. */
    private static boolean isPage(Context context) {
        return context.route().filter(Route.Http.class::isInstance).isPresent()
                && ProblemForm.isPage(context.request())
                && context.request().header("Sec-Fetch-Mode").orElse("navigate").equals("navigate");
    }

    /**
     * The problem with the challenges of all authenticators, each in a field of its own.
     *
     * @param rejecting the authenticator that has rejected the credentials, whose challenge the problem may have already; {@code null} if none has
     */
    private HttpProblem challenged(HttpProblem problem, Context context, @Nullable Authenticator rejecting) {
        boolean hasOwn = problem.headers().stream().map(HeaderField::name).anyMatch(CHALLENGE::equalsIgnoreCase);
        HttpProblem challenged = problem;
        for (Authenticator authenticator : authenticators) {
            Optional<String> challenge =
                    hasOwn && authenticator == rejecting ? Optional.empty() : authenticator.challenge(context);
            if (challenge.isPresent()) {
                challenged = challenged.addHeader(CHALLENGE, challenge.get());
            }
        }
        return challenged;
    }

    /** The time at which the identity that a request was answered for ends; empty if nothing has asked for it, or if it has no end. */
    public static Optional<Instant> expiresAt(Context context) {
        return context.get(OUTCOME).flatMap(Outcome::identity).flatMap(Identity::expiresAt);
    }

    /**
     * The response to a request whose identity was asked for, as caches may keep it: a response that depends on an identity is for one client,
     * unless it is marked as {@code public}. Any other response stays the same.
     */
    public static Response confine(Context context, Response response) {
        Optional<Outcome> outcome = context.get(OUTCOME);
        return outcome.isEmpty()
                ? response
                : PersonalResponse.confine(response, outcome.get().identity.isPresent());
    }
}
