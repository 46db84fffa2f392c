// The name of the user: changing it, and leaving.

import {browser, byId, forget, limitLength} from './page.js';
import {me} from './people.js';

const dialog = byId('name-dialog');
const field = byId('name');

/** Asks for another name, for the reason why the last one was refused. */
export function askName(problem = '') {
    byId('name-problem').textContent = problem;
    field.value = me()?.name ?? '';
    if (!dialog.open) {
        dialog.showModal();
    }
    field.select();
}

export function enableName(connection) {
    const fits = limitLength(field, byId('name-problem'), 'A name');
    byId('me').addEventListener('click', () => askName());
    byId('name-form').addEventListener('submit', (event) => {
        event.preventDefault();
        const name = field.value.trim();
        if (name !== '' && fits()) {
            dialog.close();
            browser.set('name', name);
            if (name !== me()?.name) {
                connection.send({type: 'rename', name});
            }
            byId('text').focus();
        }
    });
    byId('leave').addEventListener('submit', forgetAll);
}

/** Leaves nothing for the next person at this browser: also not the draft, which the page would keep once more while it closes. */
function forgetAll() {
    byId('text').value = '';
    forget();
}

/** If several tabs did it at once, each would become a person of its own. Insecure pages have no locks. */
const inTurn = (action) => navigator.locks === undefined ? action() : navigator.locks.request('enter', action);

/**
 * Signs in again with the name that the browser has kept, because the server has forgotten the session. Shows the form for a name if the user
 * has left, in another tab perhaps.
 */
export async function enterAgain(connection) {
    const name = browser.get('name');
    if (name === null) {
        forgetAll();
        location.reload();
        return;
    }
    let answer;
    try {
        answer = await inTurn(() => fetch(location.pathname, {method: 'POST', body: new URLSearchParams({name}), redirect: 'manual'}));
    } catch { // the network is gone again
        connection.retry();
        return;
    }
    if (answer.type === 'opaqueredirect') {
        connection.open();
    } else if (answer.status === 422) { // the server does not accept this name any more
        location.reload();
    } else { // too many people have entered at this address just now, or the server is not ready
        connection.retry();
    }
}
