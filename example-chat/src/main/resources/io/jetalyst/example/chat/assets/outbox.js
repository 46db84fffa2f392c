// What was written and is not yet confirmed: kept while there is no connection, and never lost without a word.

import {messageItem, toBottom} from './log.js';
import {byId, element, uuid} from './page.js';

export class Outbox {
    static CAPACITY = 20;

    #connection;
    #waiting = new Map();

    constructor(connection) {
        this.#connection = connection;
    }

    get isEmpty() {
        return this.#waiting.size === 0;
    }

    /** Whether there was room for it. */
    add(text) {
        if (this.#waiting.size >= Outbox.CAPACITY) {
            return false;
        }
        const ref = uuid();
        const item = messageItem(null, true, text, new Date().toISOString());
        item.append(element('p', 'state'));
        byId('outbox').append(item);
        byId('empty').hidden = true;
        this.#waiting.set(ref, {text, item, failed: false});
        this.#send(ref);
        toBottom();
        return true;
    }

    /** There is a connection, perhaps anew: what was sent through the one before may not have arrived. */
    sendAll() {
        this.#notFailed().forEach((ref) => this.#send(ref));
    }

    /** There is no connection. */
    hold() {
        this.#notFailed().forEach((ref) => this.#mark(ref, 'Waiting for the connection…'));
    }

    /** The server has it. */
    confirm(ref) {
        this.#waiting.get(ref)?.item.remove();
        this.#waiting.delete(ref);
    }

    /** The server does not want it. Returns whether it waited here. */
    fail(ref, reason) {
        const entry = this.#waiting.get(ref);
        if (!entry) {
            return false;
        }
        entry.failed = true;
        entry.item.className = 'message own failed';
        this.#mark(ref, reason, ['Send again', () => this.#send(ref)], ['Discard', () => this.confirm(ref)]);
        return true;
    }

    #notFailed() {
        return [...this.#waiting].filter(([, {failed}]) => !failed).map(([ref]) => ref);
    }

    #send(ref) {
        const entry = this.#waiting.get(ref);
        entry.failed = false;
        entry.item.className = 'message own pending';
        this.#mark(ref, this.#connection.state === 'online' ? 'Sending…' : 'Waiting for the connection…');
        this.#connection.send({type: 'say', text: entry.text, ref});
    }

    #mark(ref, text, ...actions) {
        const buttons = actions.map(([label, action]) => {
            const button = element('button', 'link', label);
            button.type = 'button';
            button.onclick = () => {
                action();
                byId('text').focus();
            };
            return button;
        });
        this.#waiting.get(ref).item.querySelector('.state').replaceChildren(text, ...buttons);
    }
}
