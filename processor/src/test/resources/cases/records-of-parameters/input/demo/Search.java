package demo;

import io.jetalyst.annotation.Body;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.ConvertWith;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.HeaderParam;
import io.jetalyst.annotation.Params;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.http.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@Controller
class Search {
    record Paging(@QueryParam @DefaultValue("1") int page, @QueryParam @DefaultValue("20") int size) {
        Paging {
            if (page < 1) {
                throw new IllegalArgumentException("page " + page);
            }
        }
    }

    record Range<T>(@QueryParam T from, @QueryParam Optional<T> to) {}

    @ConvertWith(Shops.class)
    record Shop(String name) {}

    static class Shops {
        Optional<Shop> convert(String name) {
            return Optional.of(new Shop(name));
        }
    }

    record Filter(
            Shop shop,
            @Params Paging paging,
            @HeaderParam Optional<String> acceptLanguage,
            @QueryParam List<String> tags,
            Request request) {}

    record Upload(long id, @Body String text) {}

    @Get("/articles")
    String articles(@Params Paging paging, @QueryParam Optional<String> tag) {
        return "";
    }

    @Get("/days")
    String days(@Params Range<LocalDate> range, @Params Paging paging) {
        return "";
    }

    @Get("/shops/{shop}")
    String filtered(@Params Filter filter, Shop shop) {
        return "";
    }

    @Post("/texts/{id}")
    void upload(@Params Upload upload) {}
}
