/** The API of applications and generated code; it depends on no server, no JSON library and no template library. */
module io.jetalyst.runtime {
    requires transitive org.jspecify;
    requires org.slf4j;
    requires jdk.unsupported;

    exports io.jetalyst;
    exports io.jetalyst.body;
    exports io.jetalyst.codec;
    exports io.jetalyst.codec.json;
    exports io.jetalyst.config;
    exports io.jetalyst.engine;
    exports io.jetalyst.filter;
    exports io.jetalyst.health;
    exports io.jetalyst.http;
    exports io.jetalyst.login;
    exports io.jetalyst.observe;
    exports io.jetalyst.route;
    exports io.jetalyst.security;
    exports io.jetalyst.session;
    exports io.jetalyst.socket;
    exports io.jetalyst.sse;
    exports io.jetalyst.support;
    exports io.jetalyst.table;
    exports io.jetalyst.validate;
    exports io.jetalyst.view;

    uses io.jetalyst.codec.BodyCodec;
    uses io.jetalyst.codec.JsonTypes;
    uses io.jetalyst.engine.Engine;
    uses io.jetalyst.observe.Observer;
    uses io.jetalyst.session.SessionStoreFactory;
    uses io.jetalyst.table.RouteTable;
    uses io.jetalyst.validate.Validator;
}
