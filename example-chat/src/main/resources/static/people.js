// The members of the room, in the panel beside the conversation.

import {avatar, byId, element, paint} from './page.js';

const order = new Intl.Collator(undefined, {numeric: true}).compare; // guest 2 before guest 10
let self = null; // the member that this page is
let people = []; // all members, as the server listed them
let isDue = false;

/** As in the topic of the room: the same person with another name is another member. */
const same = (one, other) => one.id === other.id && one.name === other.name;

export const me = () => self;

export const isMe = (person) => person.id === self?.id;

/** The name under which the person of this id is in the room. */
export const nameOf = (id) => people.find((person) => person.id === id)?.name;

export function setMe(person) {
    self = person;
    show();
}

export function setPeople(members) {
    people = members;
    show();
}

export const addPerson = (who) => setPeople([...people.filter((person) => !same(person, who)), who]);

export const removePerson = (who) => setPeople(people.filter((person) => !same(person, who)));

/** Shows the members once for all events that arrive within a moment. */
function show() {
    if (!isDue) {
        isDue = true;
        setTimeout(() => {
            isDue = false;
            list();
        }, 30);
    }
}

function list() {
    const others = people.filter((person) => !same(person, self)).sort((a, b) => order(a.name, b.name));
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
