// The panel beside the conversation, and the rooms in it. Links are relative, so they work under any path prefix.

import {browser, byId, element} from './page.js';

const RECENT = 8;

export function enableSide(room) {
    showRooms(room);
    byId('go').addEventListener('submit', (event) => {
        event.preventDefault();
        const name = byId('go-room').value.trim().toLowerCase().replace(/\s+/g, '-');
        if (/^[a-z0-9_-]{1,64}$/.test(name)) {
            location.assign(name);
        } else {
            byId('go-room').setAttribute('aria-invalid', 'true');
            byId('go-problem').textContent = 'The name of a room has 1 to 64 characters: a to z, digits, - and _.';
        }
    });
    byId('go-room').addEventListener('input', () => {
        byId('go-room').removeAttribute('aria-invalid');
        byId('go-problem').textContent = '';
    });
    enablePanel(byId('side'), byId('toggle-side'));
}

/** The button of a small screen shows the panel over the conversation, and moves the focus there and back. */
function enablePanel(panel, toggle) {
    const isOpen = () => panel.classList.contains('open');

    function open(yes) {
        panel.classList.toggle('open', yes);
        toggle.setAttribute('aria-expanded', yes);
    }

    toggle.addEventListener('click', () => {
        open(!isOpen());
        if (isOpen()) {
            panel.focus();
        }
    });
    byId('scroll').addEventListener('click', () => open(false));
    document.addEventListener('keydown', ({key}) => {
        if (key === 'Escape' && isOpen() && document.querySelector('dialog[open]') === null) {
            if (panel.contains(document.activeElement)) {
                toggle.focus();
            }
            open(false);
        }
    });
    // The panel must not hide what has the focus. A dialog that it opened gives the focus back.
    panel.addEventListener('focusout', ({relatedTarget}) => relatedTarget?.closest('.talk') && open(false));
}

function showRooms(room) {
    const recent = browser.list('rooms').filter((name) => typeof name === 'string');
    const rooms = [...new Set(['lobby', room, ...recent])].slice(0, RECENT);
    browser.set('rooms', JSON.stringify(rooms));
    byId('rooms').replaceChildren(...rooms.sort().map((name) => {
        const link = element('a', '', name);
        link.href = encodeURIComponent(name);
        if (name === room) {
            link.setAttribute('aria-current', 'page');
        }
        const item = element('li', '');
        item.append(link);
        return item;
    }));
}
