package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.http.Reply;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Stream;

@Controller
class Results {
    private record Hidden(String name) {}

    @Get("/raw")
    @SuppressWarnings("rawtypes")
    List raw() {
        return List.of();
    }

    @Get("/wildcard")
    List<? extends Number> wildcard() {
        return List.of();
    }

    @Get("/deep")
    Map<String, List<?>> deep() {
        return Map.of();
    }

    @Get("/arrays")
    List<String>[] arrays() {
        return null;
    }

    @Get("/hidden")
    List<Hidden> hidden() {
        return List.of();
    }

    @Get("/nested")
    Optional<Optional<String>> nested() {
        return Optional.empty();
    }

    @Get("/late")
    CompletionStage<CompletionStage<String>> late() {
        return null;
    }

    @Get("/inside")
    Optional<CompletableFuture<String>> inside() {
        return Optional.empty();
    }

    @Get("/future")
    Future<String> future() {
        return null;
    }

    @Get("/request")
    Request request(Request request) {
        return request;
    }

    @Get("/reply")
    Reply<Optional<String>> reply() {
        return Reply.noContent();
    }

    @Get("/empty")
    Optional<Void> empty() {
        return Optional.empty();
    }

    @Get("/response")
    Reply<Response> response() {
        return Reply.noContent();
    }

    @Get("/stream")
    Stream<String> stream() {
        return Stream.of();
    }
}
