/** The reason of the server for closing the sockets of a session that has ended. */
const SESSION_ENDED = 'The session has ended.';

/**
 * A socket that reconnects: after 0.5 s, then after twice as long each time up to 30 s, with jitter, or at once if the browser has a
 * sign that it will work.
 */
export class Connection {
    #address;
    #on;
    #socket = null;
    #attempts = 0;
    #timers = {};
    state = 'closed';

    /** @param address makes the URL for each attempt; @param on has the methods state(name, detail), event(object) and nameless() */
    constructor(address, on) {
        this.#address = address;
        this.#on = on;
    }

    open() {
        this.#drop();
        this.#become('connecting');
        const socket = this.#socket = new WebSocket(this.#address());
        this.#after('silence', 10_000, () => this.#lost(1006, ''));
        socket.onmessage = ({data}) => socket === this.#socket && this.#receive(JSON.parse(data));
        socket.onclose = ({code, reason}) => socket === this.#socket && this.#lost(code, reason);
    }

    send(message) {
        if (this.state === 'online') {
            this.#socket.send(JSON.stringify(message));
        }
    }

    /** Call this when the network may have changed: tries to connect at once, or tests the open connection. */
    check() {
        if (this.state === 'waiting') {
            this.open();
        } else if (this.state === 'online') {
            this.#ping(3_000);
        }
    }

    #receive(event) {
        clearTimeout(this.#timers.silence);
        this.#after('ping', 25_000, () => this.#ping(10_000));
        if (event.type === 'members') { // the room has let us in
            this.#become('online');
            this.#after('stable', 5_000, () => { this.#attempts = 0; });
        }
        this.#on.event(event);
    }

    #ping(timeout) {
        this.send({type: 'ping'});
        this.#after('silence', timeout, () => this.#lost(1006, ''));
    }

    #lost(code, reason) {
        this.#drop();
        if (code === 4001 || code === 1008 && reason === SESSION_ENDED) { // the server does not know who this is
            this.#become('connecting');
            this.#on.nameless();
            return;
        }
        if (code === 1008) { // a rule of the server forbids it: the next attempt would break it again
            this.#become('stopped', reason || 'The server closed the connection.');
            return;
        }
        if (code === 1013) { // try again later
            this.#attempts = Math.max(this.#attempts, 4);
        } else if (code === 1012) { // the server restarts
            this.#attempts = Math.min(this.#attempts, 2);
        }
        this.retry();
    }

    /** Connects again after a while. */
    retry() {
        const ceiling = Math.min(30_000, 500 * 2 ** this.#attempts++);
        const delay = ceiling / 2 + Math.random() * ceiling / 2;
        this.#become('waiting', Date.now() + delay);
        this.#after('retry', delay, () => this.open());
    }

    #drop() {
        Object.values(this.#timers).forEach(clearTimeout);
        this.#timers = {};
        const socket = this.#socket;
        this.#socket = null;
        socket?.close();
    }

    #after(name, delay, action) {
        clearTimeout(this.#timers[name]);
        this.#timers[name] = setTimeout(action, delay);
    }

    #become(state, detail) {
        this.state = state;
        this.#on.state(state, detail);
    }
}
