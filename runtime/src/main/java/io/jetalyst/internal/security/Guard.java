package io.jetalyst.internal.security;

import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.filter.Next;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;
import io.jetalyst.route.Access;
import io.jetalyst.route.Route;
import io.jetalyst.security.Identity;
import java.util.Optional;

/**
 * The outermost filter of a route that needs the identity of its client, or answers no client. Two routes with the same rule have equal guards,
 * so that it runs once if a WebSocket endpoint declines and the page of its path answers.
 */
public record Guard(Access access, Authentication authentication) implements Filter {
    /** The guard of a route; empty if the route answers all clients and does not ask for their identity. */
    public static Optional<Guard> of(Route route, Authentication authentication) {
        Access access = route.access();
        boolean isNeeded = access.needsIdentity() || access.rule() == Access.Rule.NOBODY || route.readsIdentity();
        return isNeeded ? Optional.of(new Guard(access, authentication)) : Optional.empty();
    }

    @Override
    public Result filter(Context context, Next next) throws Exception {
        if (access.rule() == Access.Rule.NOBODY) {
            throw HttpProblem.of(Status.FORBIDDEN, "Nobody may send this request.");
        }
        Optional<Identity> identity = context.identity();
        if (identity.isEmpty()) {
            return access.needsIdentity() ? authentication.refuse(context) : next.proceed();
        }
        if (!access.allows(identity.get())) {
            throw HttpProblem.of(Status.FORBIDDEN, "Your roles do not allow this request.");
        }
        return next.proceed();
    }

    @Override
    public boolean isNonBlocking() {
        return access.rule() == Access.Rule.NOBODY || authentication.isNonBlocking();
    }
}
