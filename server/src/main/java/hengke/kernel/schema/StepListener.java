package hengke.kernel.schema;

/** Is told what is being done, for the log. */
interface StepListener {
    StepListener NONE = new StepListener() {};

    default void before(Step step) {}

    default void after(Step step) {}

    /** The table is busy; the step is tried again. */
    default void waiting(Step step, int attempt) {}
}
