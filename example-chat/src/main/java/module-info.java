/** A chat that is made with Jetalyst. */
module io.jetalyst.example.chat {
    requires static io.jetalyst.annotations;
    requires io.avaje.jsonb;
    requires io.jetalyst.runtime;
    requires io.jetalyst.views.jte;
    requires io.nayuki.qrcodegen;

    provides io.avaje.jsonb.spi.JsonbExtension with
            io.jetalyst.example.chat.ChatJsonComponent,
            io.jetalyst.example.chat.jsonb.GeneratedJsonComponent;
    provides io.jetalyst.codec.JsonTypes with
            io.jetalyst.example.chat.ChatController_Routes,
            io.jetalyst.example.chat.ClientMessage_Json,
            io.jetalyst.example.chat.EchoController_Routes,
            io.jetalyst.example.chat.HomeController_Routes,
            io.jetalyst.example.chat.PictureController_Routes;
    provides io.jetalyst.table.RouteTable with
            io.jetalyst.example.chat.ChatController_Routes,
            io.jetalyst.example.chat.EchoController_Routes,
            io.jetalyst.example.chat.HomeController_Routes,
            io.jetalyst.example.chat.InvitationController_Routes,
            io.jetalyst.example.chat.PictureController_Routes;
}
