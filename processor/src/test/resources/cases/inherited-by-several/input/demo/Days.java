package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Path;
import java.time.LocalDate;

@Controller
@Path("/days")
class Days extends Crud<LocalDate> {}
