package demo;

import io.jetalyst.annotation.Messages;

@Messages
sealed interface Command {}
