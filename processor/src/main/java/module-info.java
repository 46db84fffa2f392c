/** Turns controllers into dispatch tables while an application compiles. Exports nothing: the compiler runs it. */
module io.jetalyst.processor {
    requires java.compiler;
    requires static com.google.auto.service;
    requires static org.jspecify;

    uses javax.annotation.processing.Processor;

    provides javax.annotation.processing.Processor with
            io.jetalyst.processor.IndexProcessor,
            io.jetalyst.processor.JetalystProcessor,
            io.jetalyst.processor.MessagesProcessor,
            io.jetalyst.processor.VocabularyProcessor;
}
