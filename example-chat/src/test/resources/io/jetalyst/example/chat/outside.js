// Returns what a user of a small screen cannot reach: a page that is wider than the screen, and controls outside of it. Argument 0: the width.
const width = arguments[0];
const outside = [];
for (const [name, found] of Object.entries({innerWidth, clientWidth: document.documentElement.clientWidth,
    scrollWidth: document.scrollingElement.scrollWidth, visualWidth: Math.round(visualViewport.width)})) {
    if (found !== width) {
        outside.push(`${name} is ${found}`);
    }
}
const within = document.querySelector('dialog[open]') ?? document;
for (const control of within.querySelectorAll('button, input, textarea, a, h1, h2, .bubble, .notice')) {
    const {left, right, width: size} = control.getBoundingClientRect();
    if (control.checkVisibility({visibilityProperty: true}) && size > 0 && (left < 0 || right > width)) {
        outside.push(`${control.id || control.className || control.textContent} is at ${left} to ${right}`);
    }
}
return outside;
