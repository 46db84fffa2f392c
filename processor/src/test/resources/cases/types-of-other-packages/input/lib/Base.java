package lib;

import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.QueryParam;
import java.util.List;

public abstract class Base {
    @Get("/kinds")
    public List<Types.Kind> kinds(@QueryParam Types.Kind kind) {
        return List.of(kind);
    }
}
