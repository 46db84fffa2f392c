package io.jetalyst.jetty;

/** Runs a task of an exchange. A class of its own, so that {@link #isRunning} finds it on the stack. */
record ExchangeTask(Runnable task) implements Runnable {
    @Override
    public void run() {
        task.run();
    }

    /** Whether the calling thread is answering an exchange. */
    static boolean isRunning() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.anyMatch(ExchangeTask::answers));
    }

    private static boolean answers(StackWalker.StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        String method = frame.getMethodName();
        return (type == ExchangeTask.class || type == EndTasks.class) && method.equals("run")
                || type == RootHandler.class && method.equals("handle");
    }
}
