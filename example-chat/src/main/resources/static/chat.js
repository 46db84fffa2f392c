// The page of a room: connects, and shows what the server sends.

import {enableComposer} from './composer.js';
import {Connection} from './connection.js';
import {enableInvitation} from './invite.js';
import {endNotice, isEmpty, isShown, saysLeft, showGap, showJoined, showLeft, showMessage} from './log.js';
import {askName, enableName, enterAgain} from './me.js';
import {Outbox} from './outbox.js';
import {browser, byId, hint} from './page.js';
import {addPerson, isMe, me, nameOf, removePerson, setMe, setPeople} from './people.js';
import {enablePictures} from './picture.js';
import {enableSide} from './side.js';
import {Typing} from './typing.js';

const room = document.body.dataset.room;

// ---- Events from the server ------------------------------------------------------------------------------------------

let entered = null; // when this page entered the room last, by the server's clock
let latest = null; // the time of the latest event that this page received, by the server's clock
let missed = false; // whether messages may be missing between those on the page and the next one

const handlers = {
    you({self}) {
        const before = me()?.name;
        setMe(self);
        const number = self.name.match(/ \d+$/)?.[0];
        const wish = browser.get('name') ?? self.name;
        if (self.name !== before) {
            hint(number && !wish.endsWith(number) ? `“${wish}” is taken, so you are “${self.name}”.` : '');
        }
    },
    members({members, at, completeSince}) {
        if (entered !== null) {
            hint('You are back.');
        }
        entered = new Date(at);
        missed ||= latest !== null && latest < new Date(completeSince);
        endNotice();
        setPeople(members);
        outbox.sendAll();
    },
    joined({who, at}) {
        const own = isMe(who);
        const former = nameOf(who.id); // another tab of the person has it still
        addPerson(who);
        if (!own || saysLeft(who) || former !== undefined) {
            showJoined(who, own, at, former);
        } else { // this page entered, and the history came before this
            showGapIfMissed();
            byId('empty').hidden = !isEmpty() || !outbox.isEmpty;
        }
    },
    left({who, at}) {
        typing.hide(who.id);
        removePerson(who);
        if (nameOf(who.id) === undefined) {
            showLeft(who, isMe(who), at);
        }
    },
    said: show,
    shown: show,
    received({ref}) {
        outbox.remove(ref);
    },
    typing({who}) {
        if (!isMe(who)) {
            typing.show(who);
        }
    },
    error({code, text, ref}) {
        if (outbox.fail(ref, text)) {
            return;
        }
        hint(text, 'bad');
        if (code === 'name' && connection.state === 'online') {
            askName(text);
        }
    },
    pong() {},
};

/** A message of a member, from the history or new. */
function show(message) {
    typing.hide(message.from.id);
    const own = isMe(message.from);
    if (own) {
        outbox.remove(message.ref);
    }
    if (!isShown(message)) {
        showGapIfMissed();
    }
    missed = false; // the history goes back to a message that is on the page
    showMessage(message, own, new Date(message.at) <= entered);
}

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
    byId('connection').toggleAttribute('data-lost', state === 'stopped' || entered !== null && state !== 'online');
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

const connection = new Connection(() => {
    const url = new URL(location.pathname, location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    return url;
}, {state: showState, event: receive, nameless: () => enterAgain(connection)});
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

// ---- Start -------------------------------------------------------------------------------------------------------------

enableName(connection);
enableInvitation(room);
enableSide(room);
enableComposer(room, outbox, typing);
enablePictures(outbox, connection);
connection.open();
byId('text').focus();
