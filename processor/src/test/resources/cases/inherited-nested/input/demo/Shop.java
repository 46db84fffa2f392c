package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Path;

final class Shop {
    record Article(String title) {}

    @Controller
    @Path("/articles")
    static final class Articles extends Base.Crud<Article, Long> {}
}
