// Small functions that all other modules use. They set text as text only, never as markup.

import {colour} from './colour.js';

export const byId = (id) => document.getElementById(id);

export function element(name, className, text = '') {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
}

export function avatar(person, size = '') {
    const made = element('span', `avatar ${size}`);
    paint(made, person);
    return made;
}

export function paint(avatarElement, {name}) {
    avatarElement.textContent = [...name].slice(0, 1).join('').toUpperCase();
    colour(avatarElement, name);
    avatarElement.setAttribute('aria-hidden', 'true');
}

/** Says while the user types that a text is too long. Returns a function that says whether it fits. */
export function limitLength(field, problem, subject) {
    const max = Number(field.dataset.maxLength);
    const fits = () => field.value.trim().length <= max;
    field.addEventListener('input', () => {
        problem.textContent = fits() ? '' : `${subject} has at most ${max} characters.`;
        field.ariaInvalid = fits() ? null : 'true';
    });
    return fits;
}

document.addEventListener('click', ({target}) => target.closest('[data-close]')?.closest('dialog').close());

/** Storage of the browser, which may be forbidden or full. */
const stored = (area) => ({
    get(key) {
        try { return window[area].getItem(`jetalyst.${key}`); } catch { return null; }
    },
    /** Returns whether the value was stored. */
    set(key, value) {
        try { window[area].setItem(`jetalyst.${key}`, value); return true; } catch { return false; }
    },
    /** An array that set() stored as JSON; empty if there is none, or if it is damaged. */
    list(key) {
        try {
            const list = JSON.parse(this.get(key) ?? '[]');
            return Array.isArray(list) ? list : [];
        } catch {
            return [];
        }
    },
});

/** Survives a reload, but not the tab. */
export const tab = stored('sessionStorage');

/** Shared by all tabs of the browser, for ever. */
export const browser = stored('localStorage');

/** Removes all that pages of the chat have stored in this browser. Other applications of the host keep theirs. */
export function forget() {
    for (const area of ['sessionStorage', 'localStorage']) {
        try {
            Object.keys(window[area]).filter((key) => key.startsWith('jetalyst.')).forEach((key) => window[area].removeItem(key));
        } catch { /* forbidden, so nothing is stored */ }
    }
}

/** crypto.randomUUID() exists only on pages that were loaded securely. */
export function uuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('')
        .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The line below the text field. */
export function hint(text, tone = '') {
    byId('hint').textContent = text;
    byId('hint').dataset.tone = tone;
}
