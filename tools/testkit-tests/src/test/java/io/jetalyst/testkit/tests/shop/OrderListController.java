package io.jetalyst.testkit.tests.shop;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import java.util.Optional;

@Controller
@Path("/orders")
final class OrderListController {
    enum Sort {
        NEWEST,
        PRICE
    }

    @Get
    String list(
            @QueryParam Optional<String> customer,
            @QueryParam @DefaultValue("NEWEST") Sort sort,
            @QueryParam @DefaultValue("1") int page,
            Request request) {
        return customer.orElse("all") + " " + sort + " " + page + ", next: "
                + OrderListControllerLinks.list(customer.orElse(null), sort, page + 1)
                        .href(request);
    }

    @Post
    Response create(Request request) {
        String follow = OrderControllerLinks.follow(7).webSocket(request).toString();
        return Response.seeOther(OrderControllerLinks.show(7)).header("X-Follow", follow);
    }
}
