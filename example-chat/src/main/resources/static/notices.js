// Lines that say who joined, left or has another name. All that happens between two messages becomes one line, however much it is.

import {element} from './page.js';

const MAX_NAMES = 3;
const MAX_REMEMBERED = 100;

/** One line. It shows the difference between the members before its first event and those after its last one. */
export class Notice {
    #people = new Map(); // id → {before, now, own}: the names, null while the person is not in the room
    #passed = new Map(); // id → name, of people who joined and left again
    #othersPassed = 0;

    /** @param time makes the element for a time */
    constructor(time) {
        this.item = element('li', 'notice');
        this.time = time;
    }

    /** Whether this line says that the person left. */
    hasLeft(id) {
        return this.#people.get(id)?.now === null;
    }

    /** @param former the name that the person had in the room at that time, if any */
    joined({id, name}, own, at, former) {
        this.#passed.delete(id);
        const before = this.#people.has(id) ? this.#people.get(id).before : former ?? null;
        this.#set(id, {before, now: name, own}, at);
    }

    left({id, name}, own, at) {
        const before = this.#people.has(id) ? this.#people.get(id).before : name;
        if (before === null) {
            this.#people.delete(id);
            this.#pass(id, name);
            this.#show(at);
        } else {
            this.#set(id, {before, now: null, own}, at);
        }
    }

    #pass(id, name) {
        if (this.#passed.size < MAX_REMEMBERED) {
            this.#passed.set(id, name);
        } else {
            this.#othersPassed++;
        }
    }

    #set(id, change, at) {
        this.#people.set(id, change);
        this.#show(at);
    }

    #show(at) {
        const all = [...this.#people.values()];
        const parts = [
            sentence(all.filter(({before}) => before === null).map(({now}) => now), 0, 'joined'),
            ...all.filter(({before, now}) => before !== null && now !== null).map(returned),
            sentence(all.filter(({now}) => now === null).map(({before}) => before), 0, 'left'),
            sentence([...this.#passed.values()], this.#othersPassed, 'came and went'),
        ].filter((part) => part.length > 0);
        this.item.replaceChildren(...parts.flatMap((part, index) => index === 0 ? part : [' · ', ...part]), ' ', this.time(at));
        if (this.item.isConnected) {
            this.item.ariaLive = 'off'; // a screen reader has read the line once, which is enough
        }
    }
}

function returned({before, now, own}) {
    if (own) {
        return ['You are ', named(now), before === now ? ' again' : ' now'];
    }
    return before === now ? [named(now), ' is back'] : [named(before), ' is ', named(now), ' now'];
}

/** Names up to three people, and counts the others. */
function sentence(names, others, verb) {
    const shown = names.slice(0, names.length + others > MAX_NAMES + 1 ? MAX_NAMES : names.length);
    const rest = names.length + others - shown.length;
    const subjects = shown.map((name) => [named(name)]);
    if (rest > 0) {
        subjects.push([rest === 1 ? 'one other' : `${rest} others`]);
    }
    return subjects.length === 0 ? [] : [
        ...subjects.flatMap((subject, index) => index === 0 ? subject : [index === subjects.length - 1 ? ' and ' : ', ', ...subject]),
        ` ${verb}`,
    ];
}

/** A name whose direction of writing does not concern the text around it. */
const named = (name) => element('bdi', '', name);
