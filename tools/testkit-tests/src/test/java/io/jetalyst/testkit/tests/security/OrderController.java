package io.jetalyst.testkit.tests.security;

import io.jetalyst.annotation.AllowOrigins;
import io.jetalyst.annotation.Body;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.CookieParam;
import io.jetalyst.annotation.Delete;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.Put;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import java.util.Optional;

/** An interface for the pages of other origins. */
@Controller
@Path("/api/orders")
final class OrderController {
    @Get("/{id}")
    @AllowOrigins(value = "https://app.example", exposed = "ETag")
    Response order(long id) {
        if (id == 0) {
            throw HttpProblem.notFound("There is no order " + id + ".");
        }
        return Response.text("order " + id).header("ETag", "\"v1\"");
    }

    @Put("/{id}")
    @AllowOrigins(value = "https://app.example", credentials = true)
    String change(long id, @Body String order, @CookieParam Optional<String> user) {
        return user.orElse("nobody") + " changed " + id + " to " + order;
    }

    @Delete("/{id}")
    String remove(long id) {
        return "removed " + id;
    }

    @Post
    @AllowOrigins("*")
    String add(@Body String order) {
        return "added " + order;
    }
}
