/** A socket that comes back: after 0.5 s, then twice as long each time up to 30 s, with jitter, or at once when there is reason to. */
export class Connection {
    #address;
    #on;
    #socket = null;
    #attempts = 0;
    #timers = {};
    state = 'closed';

    /** @param address gives the URL for each attempt; @param on { state(name, detail), event(object) } */
    constructor(address, on) {
        this.#address = address;
        this.#on = on;
    }

    open() {
        this.#forget();
        this.#become('connecting');
        const socket = this.#socket = new WebSocket(this.#address());
        this.#after('silence', 10_000, () => this.#lost(1006, ''));
        socket.onmessage = ({data}) => socket === this.#socket && this.#heard(JSON.parse(data));
        socket.onclose = ({code, reason}) => socket === this.#socket && this.#lost(code, reason);
    }

    send(message) {
        if (this.state === 'online') {
            this.#socket.send(JSON.stringify(message));
        }
    }

    /** There is reason to believe that it works again, or that it does not work any more. */
    nudge() {
        if (this.state === 'waiting') {
            this.open();
        } else if (this.state === 'online') {
            this.#probe(3_000);
        }
    }

    #heard(event) {
        clearTimeout(this.#timers.silence);
        this.#after('ping', 25_000, () => this.#probe(10_000));
        if (event.type === 'members') { // we are in
            this.#become('online');
            this.#after('stable', 5_000, () => { this.#attempts = 0; });
        }
        this.#on.event(event);
    }

    #probe(patience) {
        this.send({type: 'ping'});
        this.#after('silence', patience, () => this.#lost(1006, ''));
    }

    #lost(code, reason) {
        this.#forget();
        if (code === 1008) { // we broke a rule of the server's: trying again would break it again
            this.#become('stopped', reason || 'The server ended the connection.');
            return;
        }
        if (code === 1013) { // try again later
            this.#attempts = Math.max(this.#attempts, 4);
        } else if (code === 1012) { // it only restarts
            this.#attempts = Math.min(this.#attempts, 2);
        }
        const ceiling = Math.min(30_000, 500 * 2 ** this.#attempts++);
        const delay = ceiling / 2 + Math.random() * ceiling / 2;
        this.#become('waiting', Date.now() + delay);
        this.#after('retry', delay, () => this.open());
    }

    #forget() {
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
