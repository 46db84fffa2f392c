/** Metrics of an application through Micrometer, and their Prometheus text. */
module io.jetalyst.metrics.micrometer {
    requires transitive io.jetalyst.runtime;
    requires transitive micrometer.core;
    requires transitive micrometer.registry.prometheus;

    exports io.jetalyst.metrics.micrometer;

    provides io.jetalyst.observe.Observer with
            io.jetalyst.metrics.micrometer.MicrometerObserver;
}
