// The page of a room: connects, and shows what the server sends.

import {enableComposer} from './composer.js';
import {Connection} from './connection.js';
import {endNotice, isEmpty, isShown, quietly, saysLeft, showGap, showJoined, showLeft, showMessage} from './log.js';
import {Outbox} from './outbox.js';
import {avatar, browser, byId, element, hint, paint, tab, uuid} from './page.js';
import {enableSide} from './side.js';
import {Typing} from './typing.js';

const room = document.body.dataset.room;

// ---- People --------------------------------------------------------------------------------------------------------

let self = null; // the member that this page is
let people = []; // the members of the room, as the server listed them

/** As in the topic of the room: the same tab with another name is another member. */
const same = (one, other) => one.id === other.id && one.name === other.name;

let peopleAreDue = false;

/** Shows the members with the next frame, once for all events that arrive before it. */
function showPeople() {
    if (!peopleAreDue) {
        peopleAreDue = true;
        setTimeout(() => {
            peopleAreDue = false;
            listPeople();
        }, 30);
    }
}

function listPeople() {
    const others = people.filter((person) => !same(person, self)).sort((a, b) => a.name.localeCompare(b.name));
    byId('people').replaceChildren(...[self, ...others].map((person) => {
        const item = element('li', '');
        item.append(avatar(person, 'small'), element('bdi', 'who', person.name));
        if (person === self) {
            item.append(element('span', 'you', '(you)'));
        }
        return item;
    }));
    byId('count').textContent = byId('count-short').textContent = 1 + others.length;
    byId('me').hidden = false;
    byId('me-name').textContent = self.name;
    paint(byId('me-avatar'), self);
}

// ---- Events from the server ------------------------------------------------------------------------------------------

let entered = null; // when this page entered the room last, by the server's clock
let latest = null; // the time of the latest event that this page received, by the server's clock
let missed = false; // whether messages may be missing between those on the page and the next one

const handlers = {
    you({self: me}) {
        self = me;
        showPeople();
        const number = self.name.match(/ \d+$/)?.[0];
        hint(number && !chosenName.endsWith(number) ? `“${chosenName}” is taken, so you are “${self.name}”.` : '');
    },
    members({members, at, completeSince}) {
        if (entered !== null) {
            hint('You are back.');
        }
        entered = new Date(at);
        missed ||= latest !== null && latest < new Date(completeSince);
        people = members;
        endNotice();
        showPeople();
        outbox.sendAll();
    },
    joined({who, at}) {
        const own = same(who, self);
        people = [...people.filter((person) => !same(person, who)), who];
        showPeople();
        if (!own || saysLeft(who)) {
            showJoined(who, own, at);
        } else { // this page entered, and the history came before this
            showGapIfMissed();
            byId('empty').hidden = !isEmpty() || !outbox.isEmpty;
        }
    },
    left({who, at}) {
        people = people.filter((person) => !same(person, who));
        typing.hide(who.id);
        showPeople();
        showLeft(who, who.id === self.id, at);
    },
    said(message) {
        typing.hide(message.from.id);
        const own = message.from.id === self.id;
        if (own) {
            outbox.remove(message.ref);
        }
        if (!isShown(message)) {
            showGapIfMissed();
        }
        missed = false; // the history goes back to a message that is on the page
        if (new Date(message.at) > entered) {
            showMessage(message, own);
        } else {
            quietly(() => showMessage(message, own));
        }
    },
    received({ref}) {
        outbox.remove(ref);
    },
    typing({who}) {
        if (who.id !== self.id) {
            typing.show(who);
        }
    },
    error({code, text, ref}) {
        if (outbox.fail(ref, text)) {
            return;
        }
        hint(text, 'bad');
        if (connection.state === 'online' && (code === 'name' || code === 'too-many-names')) {
            chooseName(formerName);
        } else if (code === 'name') {
            askName(text);
        }
    },
    pong() {},
};

function receive(event) {
    handlers[event.type]?.(event);
    if (event.at !== undefined) {
        latest = new Date(Math.max(latest ?? 0, new Date(event.at)));
    }
}

function showGapIfMissed() {
    if (missed) {
        missed = false;
        showGap();
    }
}

// ---- The state of the connection ---------------------------------------------------------------------------------------

let countdown = 0;

function showState(state, detail) {
    clearInterval(countdown);
    byId('countdown').textContent = '';
    const offline = state === 'waiting' && !navigator.onLine;
    byId('connection').dataset.state = offline ? 'offline' : state;
    byId('retry').hidden = state !== 'waiting' && state !== 'stopped';
    byId('status').textContent = {
        connecting: 'Connecting…',
        online: 'Online',
        waiting: offline ? 'You are offline' : 'Reconnecting',
        stopped: `Disconnected. ${detail}`,
    }[state];
    if (state === 'waiting' || state === 'stopped') {
        outbox.hold();
        typing.hideAll();
    }
    if (state === 'waiting') {
        const count = () => {
            byId('countdown').textContent = `in ${Math.max(1, Math.ceil((detail - Date.now()) / 1000))} s`;
        };
        count();
        countdown = setInterval(count, 500);
    }
}

const token = tab.get('token') ?? uuid();
tab.set('token', token);

const connection = new Connection(() => {
    const url = new URL(location.pathname, location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    url.search = new URLSearchParams({name: chosenName, token});
    return url;
}, {state: showState, event: receive});
const outbox = new Outbox(connection, room);
const typing = new Typing(connection);

window.addEventListener('online', () => connection.check());
window.addEventListener('offline', () => connection.check());
document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
        connection.check();
    }
});
byId('retry').addEventListener('click', () => connection.open());

// ---- The name of the user ----------------------------------------------------------------------------------------------

const dialog = byId('name-dialog');
const nameField = byId('name');
const maxNameLength = Number(nameField.dataset.maxLength);
let chosenName = 'guest';
let formerName = chosenName;

function askName(problem = '') {
    byId('name-problem').textContent = problem;
    nameField.value = self?.name ?? browser.get('name') ?? '';
    if (!dialog.open) {
        dialog.showModal();
    }
    nameField.select();
}

/** Stores the name for this tab, which uses it when it reconnects. */
function chooseName(name) {
    formerName = chosenName;
    chosenName = name;
    tab.set('name', name);
}

function takeName(name) {
    chooseName(name);
    if (connection.state === 'closed' || connection.state === 'stopped') {
        connection.open();
    } else if (name !== self?.name) {
        connection.send({type: 'rename', name});
    }
    byId('text').focus();
}

nameField.addEventListener('input', () => {
    const tooLong = nameField.value.trim().length > maxNameLength;
    byId('name-problem').textContent = tooLong ? `A name has at most ${maxNameLength} characters.` : '';
    nameField.ariaInvalid = tooLong ? 'true' : null;
});
byId('name-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const name = nameField.value.trim();
    if (name !== '' && name.length <= maxNameLength) {
        browser.set('name', name);
        dialog.close();
        takeName(name);
    }
});
dialog.addEventListener('cancel', () => connection.state === 'closed' && takeName('guest'));
byId('me').addEventListener('click', () => askName());

// ---- Start -------------------------------------------------------------------------------------------------------------

enableSide(room);
enableComposer(room, outbox, typing);
if (tab.get('name') === null) {
    byId('status').textContent = 'Not connected yet';
    askName();
} else {
    takeName(tab.get('name'));
}
