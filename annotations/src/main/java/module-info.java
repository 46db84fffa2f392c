/** The words users write; read by the processor while the application compiles, absent at run time. */
module io.jetalyst.annotations {
    exports io.jetalyst.annotation;
}
