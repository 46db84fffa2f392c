package io.jetalyst.processor.decl;

/** Where a declaration stands in the user's code. Only the reader that made it can look inside. */
public interface Origin {
    /** Of what no source says, such as an option of the command line. */
    Origin NOWHERE = new Origin() {};
}
