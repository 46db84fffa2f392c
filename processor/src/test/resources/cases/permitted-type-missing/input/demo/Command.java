package demo;

import io.jetalyst.annotation.*;

sealed interface Command permits Say, Leave {}

record Say(String text) implements Command {}

@Messages
sealed interface Message permits Text, Image {}

record Text(String text) implements Message {}
