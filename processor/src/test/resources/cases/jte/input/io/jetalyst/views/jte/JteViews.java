package io.jetalyst.views.jte;

public final class JteViews {
    private JteViews() {}

    public static io.jetalyst.view.View view(gg.jte.models.runtime.JteModel model) {
        return out -> {};
    }
}
