package demo;

import io.jetalyst.annotation.Filtered;
import io.jetalyst.annotation.Get;
import other.Members;

@Filtered(Members.class)
interface Guarded {
    @Get("/inherited")
    @Audited("inherited")
    default String inherited() {
        return "";
    }
}
