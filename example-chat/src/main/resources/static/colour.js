// The colour of a person. It is made of the name, so it is the same for everybody and after every reload. The style sheet chooses the
// lightness: white can be read on the colour of a badge, and a name in its colour can be read on the page, in light and in dark.

/** Sets the hue of an element whose rules in the style sheet use it. */
export function colour(painted, name) {
    painted.style.setProperty('--hue', hue(name));
}

/** 0 to 359, evenly spread: the hash FNV-1a of the name, whatever its case. */
function hue(name) {
    let hash = 0x811c9dc5;
    for (const character of name.toLowerCase()) {
        hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193);
    }
    return ((hash ^ hash >>> 15) >>> 0) % 360;
}
