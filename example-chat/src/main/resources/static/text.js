// The text of messages, with links.

import {element} from './page.js';

/** Appends text to a bubble, and makes links of the http(s) addresses in it. */
export function appendText(bubble, text) {
    let end = 0;
    for (const {0: match, index} of text.matchAll(/\bhttps?:\/\/[^\s<>"“”«»]+/g)) {
        const address = withoutTrailing(match);
        if (!/^https?:\/\/./.test(address)) {
            continue;
        }
        const link = element('a', '', address);
        link.href = address;
        link.dir = 'ltr'; // also in a text from right to left, which would move the last / to the other end
        link.target = '_blank';
        link.rel = 'noopener noreferrer nofollow';
        bubble.append(text.slice(end, index), link);
        end = index + address.length;
    }
    bubble.append(text.slice(end));
}

const OPENING = {')': '(', ']': '[', '}': '{'};

/** Removes from the end what belongs to the sentence: punctuation, and brackets that the address does not open. */
function withoutTrailing(address) {
    let end = address.length;
    while (end > 0) {
        const last = address[end - 1];
        const opening = OPENING[last];
        const inSentence = opening
            ? count(address, last, end) > count(address, opening, end)
            : '.,;:!?\'’‘*_~…、。，！？」』）'.includes(last);
        if (!inSentence) {
            break;
        }
        end--;
    }
    return address.slice(0, end);
}

function count(text, character, end) {
    return text.slice(0, end).split(character).length - 1;
}
