// The messages of a room, in the order in which the server delivers them, with the notices between them.

import {colour} from './colour.js';
import {Notice} from './notices.js';
import {avatar, byId, element} from './page.js';
import {appendText} from './text.js';

const MINUTE = 60_000;
const MAX_MESSAGES = 500;
const MAX_PHOTO = {width: 560, height: 400}; // pixels on the page

const scroll = byId('scroll');
const items = byId('log');
const newer = byId('newer');
const title = document.title;
const known = new Set(); // the keys of the messages on the page
let notice = null; // the notice that takes further events, until there is a message
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

// ---- Messages ----------------------------------------------------------------------------------------------------------

/** @param content has a text, or a picture with width, height and description */
export function messageItem(person, own, content, at) {
    const item = element('li', own ? 'message own' : 'message');
    const meta = element('div', 'meta');
    meta.append(own ? element('span', 'visually-hidden', 'You') : who(person), ' ', time(at));
    const bubble = element('div', 'bubble');
    if (content.picture === undefined) {
        bubble.dir = 'auto';
        appendText(bubble, content.text);
    } else {
        bubble.classList.add('photo');
        bubble.append(photo(content));
    }
    item.append(...(own ? [] : [avatar(person)]), meta, bubble);
    return item;
}

function photo({picture, width, height, description}) {
    const link = element('a', '');
    link.href = `${document.body.dataset.pictures}/${picture}`;
    link.target = '_blank';
    link.rel = 'noopener';
    const image = element('img', '');
    const scale = Math.min(1, MAX_PHOTO.width / width, MAX_PHOTO.height / height);
    Object.assign(image, { // with its size, so that nothing moves when it is loaded
        width: Math.round(width * scale),
        height: Math.round(height * scale),
        alt: description || 'A picture without a description',
        src: link.href,
    });
    image.onerror = () => link.replaceWith(element('em', '', `This picture is not there any more. ${description}`));
    link.append(image);
    return link;
}

function who({name}) {
    const made = element('bdi', 'who', name);
    colour(made, name);
    return made;
}

/** Identifies a message. It may come again: in the history, or if its sender did not know whether it had arrived. */
const key = ({from, ref}) => `${from.id} ${ref}`;

export const isShown = (message) => known.has(key(message));

export const isEmpty = () => known.size === 0;

/** @param isOld whether the message comes from the history, which a screen reader does not read out */
export function showMessage(message, own, isOld) {
    if (isShown(message)) {
        return;
    }
    known.add(key(message));
    const {from, at} = message;
    const item = messageItem(from, own, message, at);
    item.ariaLive = isOld ? 'off' : null; // aria-busy would have to stay until the browser has reported the change
    const last = items.lastElementChild;
    const follows = last?.dataset.from === from.id && last.dataset.name === from.name
        && new Date(at) - new Date(last.dataset.at) < 5 * MINUTE;
    item.classList.toggle('follow', follows);
    Object.assign(item.dataset, {key: key(message), from: from.id, name: from.name, at});
    notice = null;
    add(item, own);
    removeOldest();
    if (!own && document.hidden) {
        document.title = `(${++unread}) ${title}`;
    }
}

/** Removes the oldest messages, and the notices before them. Notices do not count: there is one between two messages at most. */
function removeOldest() {
    while (known.size > MAX_MESSAGES) {
        const oldest = items.firstElementChild;
        known.delete(oldest.dataset.key);
        oldest.remove();
    }
}

// ---- Notices -----------------------------------------------------------------------------------------------------------

export const showJoined = (who, own, at, former) => change((line) => line.joined(who, own, at, former));

export const showLeft = (who, own, at) => change((line) => line.left(who, own, at));

/** Whether the last line says that this person left: who takes another name leaves and joins at once. */
export const saysLeft = (who) => notice?.hasLeft(who.id) ?? false;

/** The next event begins a new line. */
export function endNotice() {
    notice = null;
}

function change(action) {
    const follow = atBottom();
    notice ??= new Notice(time);
    action(notice);
    if (!notice.item.isConnected) {
        add(notice.item, true);
    } else if (follow) {
        toBottom();
    }
}

/** Says that messages may be missing here, once between two messages. */
export function showGap() {
    notice = null;
    let last = items.lastElementChild;
    while (last !== null && !('key' in last.dataset)) {
        if (last.classList.contains('gap')) {
            return;
        }
        last = last.previousElementSibling;
    }
    add(element('li', 'notice gap', 'Some messages in between may be missing'), true);
}

// ---- Scrolling ---------------------------------------------------------------------------------------------------------

/** Adds an item at the end. If the user reads further up, the page does not move, and a button counts what is new. */
function add(item, quiet) {
    const follow = atBottom();
    items.append(item);
    byId('empty').hidden = true;
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
// A keyboard on the screen, or a longer message in the text field, must not hide the last message.
new ResizeObserver(() => below === 0 && toBottom()).observe(scroll);
