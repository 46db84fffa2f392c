package demo;

import io.jetalyst.annotation.Controller;

@Controller
class Child extends lib.Base {}
