package demo;

import io.jetalyst.annotation.NonBlocking;

@NonBlocking
class Plain {}
