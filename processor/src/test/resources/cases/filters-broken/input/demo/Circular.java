package demo;

import io.jetalyst.annotation.Filtered;

@Filtered(Broken.Good.class)
@Back
@interface Circular {}
