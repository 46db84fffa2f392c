// The people who are typing. The page reports the user every few seconds, and shows others until they have been silent for a while.

import {byId} from './page.js';

const REPORTED_EVERY = 3_000;
const SHOWN = 6_000;
const SPOKEN_EVERY = 20_000;

export class Typing {
    #connection;
    #people = new Map(); // id → {name, timer}
    #reported = 0;
    #spoken = 0;

    constructor(connection) {
        this.#connection = connection;
    }

    /** The user has typed something. */
    report() {
        if (Date.now() - this.#reported >= REPORTED_EVERY) {
            this.#reported = Date.now();
            this.#connection.send({type: 'typing'});
        }
    }

    /** The user has sent the message; what is typed next is reported at once. */
    end() {
        this.#reported = 0;
    }

    show({id, name}) {
        clearTimeout(this.#people.get(id)?.timer);
        this.#people.set(id, {name, timer: setTimeout(() => this.hide(id), SHOWN)});
        this.#update();
    }

    /** The person has sent the message, or has left. */
    hide(id) {
        clearTimeout(this.#people.get(id)?.timer);
        if (this.#people.delete(id)) {
            this.#update();
        }
    }

    hideAll() {
        [...this.#people.keys()].forEach((id) => this.hide(id));
    }

    #update() {
        const line = sentence([...this.#people.values()].map(({name}) => name));
        byId('typing').textContent = line;
        const due = Date.now() - this.#spoken >= SPOKEN_EVERY;
        if (line === '') {
            byId('typing-spoken').textContent = ''; // an empty text is not read out
        } else if (due) {
            this.#spoken = Date.now();
            byId('typing-spoken').textContent = line; // a screen reader hears of it now and then only
        }
    }
}

function sentence(names) {
    const quoted = names.map((name) => `\u2068${name}\u2069`); // isolated, whatever its direction of writing
    switch (names.length) {
        case 0: return '';
        case 1: return `${quoted[0]} is typing…`;
        case 2: return `${quoted[0]} and ${quoted[1]} are typing…`;
        default: return `${names.length} people are typing…`;
    }
}
