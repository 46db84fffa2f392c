/** Turns controllers into dispatch tables while an application compiles. Exports nothing: it is run, not called. */
module io.jetalyst.processor {
    requires com.palantir.javapoet;
    requires java.compiler;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides javax.annotation.processing.Processor with
            io.jetalyst.processor.JetalystProcessor,
            io.jetalyst.processor.IndexProcessor;
}
