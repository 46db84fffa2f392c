// Messages that the user sent and the server has not confirmed. They survive a broken connection and a reload of the page.

import {messageItem, toBottom} from './log.js';
import {byId, element, tab, uuid} from './page.js';

/** The server reads 20 messages a second from one client. Staying well below keeps a room readable. */
const INTERVAL = 100;
const BURST = 20;

export class Outbox {
    static CAPACITY = 200;

    #connection;
    #storageKey;
    #waiting = new Map(); // ref → {message, item, sent, failed: why the server refused it}
    #paidUntil = 0;
    #timer = 0;

    /** Whether all messages are stored, and survive a reload. */
    isStored = true;

    constructor(connection, room) {
        this.#connection = connection;
        this.#storageKey = `outbox.${room}`;
        for (const {ref, message, at, failed} of tab.list(this.#storageKey).filter(({message}) => message)) {
            this.#show(ref, message, at);
            if (failed) {
                this.#showFailed(ref, failed);
            }
        }
    }

    get isEmpty() {
        return this.#waiting.size === 0;
    }

    /** Returns whether there was room for the message, which is a say or a show without its ref. */
    add(message) {
        if (this.#waiting.size >= Outbox.CAPACITY) {
            return false;
        }
        this.#show(uuid(), message, new Date().toISOString());
        this.#store();
        this.#sendWaiting();
        toBottom();
        return true;
    }

    /** Sends all messages, because the connection is a new one: those sent over an earlier one may not have arrived. */
    sendAll() {
        this.#notFailed().forEach(([ref, entry]) => {
            entry.sent = false;
            this.#mark(ref, 'Sending…');
        });
        this.#sendWaiting();
    }

    /** Waits for the next connection. */
    hold() {
        clearTimeout(this.#timer);
        this.#notFailed().forEach(([ref]) => this.#mark(ref, 'Waiting for the connection…'));
    }

    /** Removes a message, because the server has it or the user discards it. */
    remove(ref) {
        this.#waiting.get(ref)?.item.remove();
        if (this.#waiting.delete(ref)) {
            this.#store();
        }
    }

    /** Marks a message that the server refused. Returns whether it was in the outbox. */
    fail(ref, reason) {
        if (!this.#waiting.has(ref)) {
            return false;
        }
        this.#showFailed(ref, reason);
        this.#store();
        return true;
    }

    #notFailed() {
        return [...this.#waiting].filter(([, {failed}]) => !failed);
    }

    #show(ref, message, at) {
        const item = messageItem(null, true, message, at);
        item.classList.add('pending');
        item.append(element('p', 'state'));
        byId('outbox').append(item);
        byId('empty').hidden = true;
        this.#waiting.set(ref, {message, at, item, sent: false, failed: ''});
        this.#mark(ref, this.#connection.state === 'online' ? 'Sending…' : 'Waiting for the connection…');
    }

    #showFailed(ref, reason) {
        const entry = this.#waiting.get(ref);
        entry.failed = reason;
        entry.item.className = 'message own failed';
        this.#mark(ref, reason, ['Send again', () => this.#sendAgain(ref)], ['Discard', () => this.remove(ref)]);
    }

    #sendAgain(ref) {
        const entry = this.#waiting.get(ref);
        entry.failed = '';
        entry.sent = false;
        entry.item.className = 'message own pending';
        this.#mark(ref, 'Sending…');
        this.#store();
        this.#sendWaiting();
    }

    /** Sends in order, a burst at once and the rest at intervals. */
    #sendWaiting() {
        clearTimeout(this.#timer);
        for (const [ref, entry] of this.#notFailed()) {
            if (this.#connection.state !== 'online') {
                return;
            }
            if (!entry.sent) {
                const now = Date.now();
                const wait = this.#paidUntil - now - (BURST - 1) * INTERVAL;
                if (wait > 0) {
                    this.#timer = setTimeout(() => this.#sendWaiting(), wait);
                    return;
                }
                this.#paidUntil = Math.max(this.#paidUntil, now) + INTERVAL;
                entry.sent = true;
                this.#connection.send({...entry.message, ref});
            }
        }
    }

    #store() {
        const list = [...this.#waiting].map(([ref, {message, at, failed}]) => ({ref, message, at, failed}));
        this.isStored = tab.set(this.#storageKey, JSON.stringify(list));
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
