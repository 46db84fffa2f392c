package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Path;
import java.util.Currency;

@Controller
@Path("/days")
class Days extends Crud<Currency> {}
