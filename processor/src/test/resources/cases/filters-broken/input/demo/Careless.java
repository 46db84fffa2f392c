package demo;

import io.jetalyst.annotation.Filtered;

@Filtered({Broken.Good.class, Thread.class, Broken.Good.class})
@interface Careless {}
