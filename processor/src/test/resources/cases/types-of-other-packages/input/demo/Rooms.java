package demo;

import io.jetalyst.annotation.Controller;
import lib.Base;

@Controller
class Rooms extends Base {}
