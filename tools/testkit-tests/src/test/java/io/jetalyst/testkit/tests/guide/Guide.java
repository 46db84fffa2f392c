package io.jetalyst.testkit.tests.guide;

import io.jetalyst.App;
import io.jetalyst.internal.topic.MemoryHub;
import io.jetalyst.socket.Hub;

/** The application of the guide to sockets. */
final class Guide {
    private Guide() {}

    static App app(String... args) {
        return app(new MemoryHub(), args);
    }

    static App app(Hub hub, String... args) {
        App.Builder builder = App.builder().args(args).bind(Hub.class, hub);
        return builder.mount(
                        new BoardController_Routes(),
                        new CommandController_Routes(),
                        new CostController_Routes(),
                        new DoorController_Routes(),
                        new EchoController_Routes(),
                        new FileController_Routes(),
                        new LoungeController_Routes(),
                        new PriceController_Routes(),
                        new RoomController_Routes(),
                        new TabController_Routes(),
                        new VisitController_Routes())
                .build();
    }
}
