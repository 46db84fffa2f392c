// What the other modules make the page of. Text is only ever set as text, never as markup.

export const byId = (id) => document.getElementById(id);

export function element(name, className, text = '') {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
}

/** Hues on which white can be read; a person keeps one as long as the id. */
const HUES = [262, 214, 196, 172, 340, 12, 300, 235, 28, 322];

export function avatar(person, size = '') {
    const made = element('span', `avatar ${size}`);
    paint(made, person);
    return made;
}

export function paint(avatarElement, {id, name}) {
    avatarElement.textContent = [...name].slice(0, 1).join('').toUpperCase();
    avatarElement.style.setProperty('--hue', HUES[parseInt(id.slice(0, 6), 16) % HUES.length]);
    avatarElement.setAttribute('aria-hidden', 'true');
}

/** Storage that may be forbidden, or full of something else. */
export const stored = (area) => ({
    get(key) {
        try { return window[area].getItem(`jetalyst.${key}`); } catch { return null; }
    },
    set(key, value) {
        try { window[area].setItem(`jetalyst.${key}`, value); } catch { /* then it is forgotten */ }
    },
});

/** crypto.randomUUID() exists only where the page is served securely. */
export function uuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('')
        .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
