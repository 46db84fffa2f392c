// The page of a room: who is here, what the server tells, and what the user does.

import {Connection} from './connection.js';
import {isEmpty, isLast, knows, quietly, showMessage, showNotice} from './log.js';
import {Outbox} from './outbox.js';
import {avatar, byId, element, paint, stored, uuid} from './page.js';

const room = document.body.dataset.room;
const tab = stored('sessionStorage');
const browser = stored('localStorage');

// ---- People --------------------------------------------------------------------------------------------------------

let self = null; // who we are
let people = []; // who is here, as the server knows them

/** As in the topic of the room: the same tab under another name is another member. */
const same = (one, other) => one.id === other.id && one.name === other.name;

function showPeople() {
    const others = people.filter((person) => !same(person, self)).sort((a, b) => a.name.localeCompare(b.name));
    byId('people').replaceChildren(...[self, ...others].map((person) => {
        const item = element('li', '');
        item.append(avatar(person, 'small'), element('span', 'who', person.name));
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

// ---- What the server tells -------------------------------------------------------------------------------------------

let entered = null; // when we came in last, by the server's clock
let missed = false; // whether messages may lie between what is shown and what comes next
let gone = null; // who left last, and the notice that says so

const handlers = {
    you({self: me}) {
        self = me;
        showPeople();
        hint(self.name === chosenName ? '' : `“${chosenName}” is taken, so you are “${self.name}”.`);
    },
    members({members, at}) {
        if (entered !== null) {
            hint('You are back.');
        }
        entered = new Date(at);
        missed = !isEmpty();
        people = members;
        showPeople();
        outbox.sendAll();
    },
    joined({who, at}) {
        people.push(who);
        showPeople();
        if (gone?.who.id === who.id && isLast(gone.notice)) {
            gone.notice.remove();
            showReturn(gone.who.name, who, at);
        } else if (!same(who, self)) {
            showNotice(`${who.name} joined`, at);
        } else { // the history came before this
            byId('empty').hidden = !isEmpty() || !outbox.isEmpty;
        }
    },
    left({who, at}) {
        people = people.filter((person) => !same(person, who));
        showPeople();
        gone = {who, notice: showNotice(`${who.name} left`, at)};
    },
    said(message) {
        const own = message.from.id === self.id;
        if (own) {
            outbox.confirm(message.ref);
        }
        if (new Date(message.at) > entered) {
            showMessage(message, own);
        } else {
            quietly(() => showPast(message, own));
        }
        missed = false;
    },
    error({text, ref}) {
        if (!outbox.fail(ref, text)) {
            hint(text, 'bad');
        }
    },
    pong() {},
};

/** Who takes another name leaves and joins at once; who lost the connection, a little later. */
function showReturn(was, who, at) {
    const renamed = same(who, self) ? `You are ${who.name} now` : `${was} is ${who.name} now`;
    showNotice(who.name === was ? `${was} is back` : renamed, at);
}

function showPast(message, own) {
    if (missed && !knows(message)) {
        showNotice('Some messages in between may be missing');
    }
    showMessage(message, own);
}

function hint(text, tone = '') {
    byId('hint').textContent = text;
    byId('hint').dataset.tone = tone;
}

// ---- The state of the connection, shown --------------------------------------------------------------------------------

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
    if (state === 'waiting') {
        outbox.hold();
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
}, {state: showState, event: (event) => handlers[event.type]?.(event)});
const outbox = new Outbox(connection);

window.addEventListener('online', () => connection.nudge());
window.addEventListener('offline', () => connection.nudge());
document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
        connection.nudge();
    }
});
byId('retry').addEventListener('click', () => connection.open());

// ---- Writing -----------------------------------------------------------------------------------------------------------

const text = byId('text');

byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    const said = text.value.trim();
    if (said === '') {
        text.focus();
    } else if (outbox.add(said)) {
        text.value = '';
        hint('');
        text.focus();
    } else {
        hint(`${Outbox.CAPACITY} messages are waiting already. Yours stays here until they are gone.`, 'bad');
    }
});

text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        byId('composer').requestSubmit();
    }
});

text.addEventListener('input', () => {
    const left = text.maxLength - text.value.length;
    hint(left <= 200 ? `${left} characters left` : '');
});

// ---- Rooms -------------------------------------------------------------------------------------------------------------

function recentRooms() {
    try {
        return JSON.parse(browser.get('rooms') ?? '[]').filter((name) => typeof name === 'string');
    } catch {
        return [];
    }
}

function showRooms() {
    const rooms = [...new Set(['lobby', room, ...recentRooms()])].slice(0, 8);
    browser.set('rooms', JSON.stringify(rooms));
    byId('rooms').replaceChildren(...rooms.sort().map((name) => {
        const link = element('a', '', name);
        link.href = `/chat/${encodeURIComponent(name)}`;
        if (name === room) {
            link.setAttribute('aria-current', 'page');
        }
        const item = element('li', '');
        item.append(link);
        return item;
    }));
}

byId('go').addEventListener('submit', (event) => {
    event.preventDefault();
    const name = byId('go-room').value.trim().toLowerCase().replace(/\s+/g, '-').replace(/[^a-z0-9_-]/g, '');
    if (name !== '') {
        location.assign(`/chat/${name}`);
    } else {
        hint('The name of a room is made of a to z, digits, - and _.', 'bad');
    }
});

byId('invite').addEventListener('click', async () => {
    const link = location.origin + location.pathname;
    try {
        await navigator.clipboard.writeText(link);
        byId('invite').textContent = 'Copied';
    } catch { // not allowed, or not a secure page
        byId('invite').textContent = link;
    }
});

function toggleSide(open) {
    byId('side').classList.toggle('open', open);
    byId('toggle-side').setAttribute('aria-expanded', open);
}

byId('toggle-side').addEventListener('click', () => toggleSide(!byId('side').classList.contains('open')));
byId('scroll').addEventListener('click', () => toggleSide(false));
document.addEventListener('keydown', (event) => event.key === 'Escape' && toggleSide(false));

// ---- Names -------------------------------------------------------------------------------------------------------------

const dialog = byId('name-dialog');
let chosenName = 'guest';

function askName() {
    byId('name').value = self?.name ?? browser.get('name') ?? '';
    dialog.showModal();
    byId('name').select();
}

function takeName(name) {
    chosenName = name;
    tab.set('name', name);
    if (connection.state === 'closed' || connection.state === 'stopped') {
        connection.open();
    } else if (name !== self?.name) {
        connection.send({type: 'rename', name});
    }
    text.focus();
}

byId('name-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const name = byId('name').value.trim();
    if (name !== '') {
        browser.set('name', name);
        dialog.close();
        takeName(name);
    }
});
dialog.addEventListener('cancel', () => connection.state === 'closed' && takeName('guest'));
byId('me').addEventListener('click', askName);

// ---- Begin -------------------------------------------------------------------------------------------------------------

showRooms();
if (tab.get('name') === null) {
    byId('status').textContent = 'Not connected yet';
    askName();
} else {
    takeName(tab.get('name'));
}
