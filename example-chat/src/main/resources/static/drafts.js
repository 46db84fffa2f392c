// What the user has typed into the text fields of rooms and not sent. Drafts survive a reload, and the end of the browser.

import {browser} from './page.js';

const KEY = 'drafts';
const MAX_ROOMS = 20;
const MAX_LENGTH = 20_000;
const WEEK = 7 * 24 * 60 * 60 * 1000;

const isKept = ({room, text, at}) => typeof room === 'string' && typeof text === 'string' && Date.now() - at < WEEK;

const all = () => browser.list(KEY).filter(isKept);

export const draft = (room) => all().find((kept) => kept.room === room)?.text ?? '';

/** Keeps the latest drafts of the latest rooms; an empty text is none. Returns whether this one is stored. */
export function keepDraft(room, text) {
    const others = all().filter((kept) => kept.room !== room);
    const fits = text.length <= MAX_LENGTH;
    const mine = text === '' || !fits ? [] : [{room, text, at: Date.now()}];
    return browser.set(KEY, JSON.stringify([...mine, ...others].slice(0, MAX_ROOMS))) && fits;
}
