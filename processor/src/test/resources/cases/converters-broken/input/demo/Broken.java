package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.ConvertWith;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.NonBlocking;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

@Controller
class Broken {
    record Plain(long id) {}

    @ConvertWith(ChickenConverter.class)
    record Chicken(long id) {}

    @ConvertWith(EggConverter.class)
    record Egg(long id) {}

    @ConvertWith(LaterConverter.class)
    record Later(long id) {}

    @ConvertWith(Wrong.class)
    record Right(long id) {}

    static class ChickenConverter {
        Optional<Chicken> convert(Egg egg, long id) {
            return Optional.empty();
        }
    }

    static class EggConverter {
        Optional<Egg> convert(Chicken chicken, long id) {
            return Optional.empty();
        }
    }

    static class LaterConverter {
        CompletionStage<Later> convert(long id) {
            throw new UnsupportedOperationException();
        }
    }

    static class Wrong {
        Optional<Plain> convert(long id) {
            return Optional.empty();
        }
    }

    static class None {
        private Plain convert(long id) {
            return new Plain(id);
        }
    }

    static class Two {
        Plain convert(long id) {
            return new Plain(id);
        }

        Plain convert(String text) {
            return new Plain(0);
        }
    }

    static class Static {
        static Plain convert(long id) {
            return new Plain(id);
        }
    }

    static class NoText {
        Plain convert() {
            return new Plain(0);
        }
    }

    static class Nothing {
        void convert(String text) {}
    }

    static class Generic {
        <T> T convert(String text) {
            throw new UnsupportedOperationException();
        }
    }

    static class TextLast {
        Plain convert(long id, Request request) {
            return new Plain(id);
        }
    }

    static class OfQuery {
        Optional<Plain> convert(@QueryParam int page, long id) {
            return Optional.empty();
        }
    }

    interface Abstract {
        Plain convert(long id);
    }

    class Inner {
        Plain convert(long id) {
            return new Plain(id);
        }
    }

    static class Port {
        Port(int port) {}

        Plain convert(long id) {
            return new Plain(id);
        }
    }

    static class NeedsRoom {
        Optional<Plain> convert(long room, long id) {
            return Optional.empty();
        }
    }

    @Get("/missing/{plain}")
    String missing(Plain plain) {
        return "";
    }

    @Get("/cycle/{chicken}/{egg}")
    String cycle(Chicken chicken) {
        return "";
    }

    @Get("/waits/{later}")
    @NonBlocking
    String waits(Later later) {
        return "";
    }

    @Get("/result/{right}")
    String result(Right right, @QueryParam @ConvertWith(Wrong.class) List<Right> more) {
        return "";
    }

    @Get("/forms")
    String forms(
            @QueryParam @ConvertWith(None.class) Plain a,
            @QueryParam @ConvertWith(Two.class) Plain b,
            @QueryParam @ConvertWith(Static.class) Plain c,
            @QueryParam @ConvertWith(NoText.class) Plain d,
            @QueryParam @ConvertWith(Nothing.class) Plain e,
            @QueryParam @ConvertWith(Generic.class) Plain f,
            @QueryParam @ConvertWith(TextLast.class) Plain g,
            @QueryParam @ConvertWith(OfQuery.class) Plain h,
            @QueryParam @ConvertWith(Abstract.class) Plain i,
            @QueryParam @ConvertWith(Inner.class) Plain j,
            @QueryParam @ConvertWith(Port.class) Plain k) {
        return "";
    }

    @Get("/variable/{rom}/{plain}")
    String variable(@ConvertWith(NeedsRoom.class) Plain plain, String rom) {
        return "";
    }

    @Get("/unsourced")
    String unsourced(Later later, @ConvertWith(Port.class) Plain plain) {
        return "";
    }
}
