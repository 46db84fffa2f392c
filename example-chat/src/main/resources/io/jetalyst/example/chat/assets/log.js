// The messages of a room, in the order the server gave them.

import {avatar, byId, element} from './page.js';

const MINUTE = 60_000;
const MAX_ON_PAGE = 500;

const scroll = byId('scroll');
const items = byId('log');
const newer = byId('newer');
const title = document.title;
const known = new Set();
let unread = 0;
let below = 0;

const clock = new Intl.DateTimeFormat(undefined, {hour: 'numeric', minute: '2-digit'});
const calendar = new Intl.DateTimeFormat(undefined, {weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit'});

function time(at) {
    const date = new Date(at);
    const today = date.toDateString() === new Date().toDateString();
    const made = element('time', '', (today ? clock : calendar).format(date));
    made.dateTime = at;
    made.title = date.toLocaleString();
    return made;
}

/** Text with its http(s) addresses as links. */
function fill(bubble, text) {
    let end = 0;
    for (const match of text.matchAll(/\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g)) {
        const link = element('a', '', match[0]);
        link.href = match[0];
        link.target = '_blank';
        link.rel = 'noopener noreferrer nofollow';
        bubble.append(text.slice(end, match.index), link);
        end = match.index + match[0].length;
    }
    bubble.append(text.slice(end));
}

export function messageItem(person, own, text, at) {
    const item = element('li', own ? 'message own' : 'message');
    const meta = element('div', 'meta');
    meta.append(own ? element('span', 'visually-hidden', 'You') : element('span', 'who', person.name), ' ', time(at));
    const bubble = element('div', 'bubble');
    bubble.dir = 'auto';
    fill(bubble, text);
    item.append(...(own ? [] : [avatar(person)]), meta, bubble);
    return item;
}

/** What a message is known by: it comes again in the history, and when its sender was not sure that it arrived. */
const key = ({from, ref}) => `${from.id} ${ref}`;

export const knows = (message) => known.has(key(message));

export const isEmpty = () => known.size === 0;

export function showMessage(message, own) {
    if (knows(message)) {
        return;
    }
    known.add(key(message));
    const {from, text, at} = message;
    const item = messageItem(from, own, text, at);
    const last = items.lastElementChild;
    const follows = last?.dataset.from === from.id && last.dataset.name === from.name
        && new Date(at) - new Date(last.dataset.at) < 5 * MINUTE;
    item.classList.toggle('follow', follows);
    Object.assign(item.dataset, {from: from.id, name: from.name, at});
    add(item, own);
    if (!own && document.hidden) {
        document.title = `(${++unread}) ${title}`;
    }
}

/** Something that happened, without a time if that does not matter. Returns the item. */
export function showNotice(text, at) {
    const item = element('li', 'notice', text);
    if (at) {
        item.append(' ', time(at));
    }
    add(item, true);
    return item;
}

/** Whether nothing was shown after this. */
export const isLast = (item) => items.lastElementChild === item;

/** Adds something without reading it out. */
export function quietly(action) {
    byId('history').ariaBusy = 'true';
    action();
    byId('history').ariaBusy = null;
}

/** Adds to the log; whoever reads further up is not moved, but told. */
function add(item, quiet) {
    const follow = atBottom();
    items.append(item);
    byId('empty').hidden = true;
    while (items.childElementCount > MAX_ON_PAGE) {
        items.firstElementChild.remove();
    }
    if (follow) {
        toBottom();
    } else if (!quiet) {
        below++;
        showBelow();
    }
}

function atBottom() {
    return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 60;
}

export function toBottom() {
    scroll.scrollTop = scroll.scrollHeight;
    below = 0;
    showBelow();
}

function showBelow() {
    newer.hidden = below === 0;
    newer.textContent = below === 1 ? '↓ 1 new message' : `↓ ${below} new messages`;
}

scroll.addEventListener('scroll', () => below > 0 && atBottom() && toBottom());
newer.addEventListener('click', () => {
    toBottom();
    byId('text').focus();
});
document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
        unread = 0;
        document.title = title;
    }
});
// A keyboard that slides in, or a longer message being written, must not hide the last message.
new ResizeObserver(() => below === 0 && toBottom()).observe(scroll);
