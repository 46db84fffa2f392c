// The text field. What the user has typed survives a reload of the page.

import {draft, keepDraft} from './drafts.js';
import {Outbox} from './outbox.js';
import {byId, hint} from './page.js';

export function enableComposer(room, outbox, typing) {
    const text = byId('text');
    const maxLength = Number(text.dataset.maxLength);
    const keep = () => keepDraft(room, text.value);

    /** Shows how much more fits. Nothing is cut off: the user decides what to leave out. */
    function checkLength() {
        const left = maxLength - text.value.length;
        text.ariaInvalid = left < 0 ? 'true' : null;
        if (left < 0) {
            const characters = left === -1 ? 'character' : 'characters';
            hint(`${(-left).toLocaleString('en')} ${characters} too long. Shorten the message, or send it in parts.`, 'bad');
        } else {
            hint(left <= 200 ? `${left} characters left` : '');
        }
        return left >= 0;
    }

    byId('composer').addEventListener('submit', (event) => {
        event.preventDefault();
        const said = text.value.trim();
        text.focus();
        if (said === '' || !checkLength()) {
            return;
        }
        if (outbox.add({type: 'say', text: said})) {
            text.value = '';
            keep();
            typing.end();
            hint('');
        } else {
            hint(`${Outbox.CAPACITY} messages are waiting already. Yours stays here until there is room.`, 'bad');
        }
    });

    text.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            byId('composer').requestSubmit();
        }
    });

    text.addEventListener('input', () => {
        keep();
        checkLength();
        if (text.value.trim() !== '') {
            typing.report();
        }
    });

    window.addEventListener('beforeunload', (event) => {
        const draftIsSafe = text.value === '' || keep();
        if (!draftIsSafe || !(outbox.isEmpty || outbox.isStored)) {
            event.preventDefault(); // the browser asks the user
        }
    });

    text.value = draft(room);
    if (text.value !== '') {
        checkLength();
    } else if (!outbox.isEmpty) {
        hint('Your unsent messages are still here.');
    }
}
