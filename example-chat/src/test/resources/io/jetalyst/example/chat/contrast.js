// Returns the texts on the page whose contrast is below 4.5:1 (WCAG 2.2, 1.4.3), each with its ratio. Argument 0: also try all hues.
const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});

function rgba(colour) {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
}

const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a), 1];

function luminance([r, g, b]) {
    const [x, y, z] = [r, g, b].map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
}

function ratio(one, other) {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
}

/** All colours that may be behind an element: a gradient has several. */
function backgrounds(element) {
    if (element === null) {
        return [[255, 255, 255, 1]];
    }
    const {backgroundColor, backgroundImage} = getComputedStyle(element);
    const stops = backgroundImage.match(/(?:rgba?|hsla?|oklch)\([^)]*\)/g) ?? [];
    const layers = stops.length > 0 ? stops.map(rgba) : [rgba(backgroundColor)];
    return layers.flatMap((layer) =>
        layer[3] === 1 ? [layer] : backgrounds(element.parentElement).map((below) => over(layer, below)));
}

function opacity(element) {
    return element === null ? 1 : Number(getComputedStyle(element).opacity) * opacity(element.parentElement);
}

function contrast(element, colour) {
    return Math.min(...backgrounds(element).map((below) => {
        const text = rgba(colour);
        text[3] *= opacity(element);
        return ratio(over(text, below), below);
    }));
}

const bad = [];
function check(element, text, colour) {
    const found = contrast(element, colour);
    if (found < 4.5) {
        bad.push(`${text}: ${found.toFixed(2)}`);
    }
}

const dialog = document.querySelector('dialog[open]');
for (const element of (dialog ?? document.body).querySelectorAll('*')) {
    const style = getComputedStyle(element);
    const shown = element.checkVisibility({visibilityProperty: true}) && style.clipPath === 'none' && !element.closest('.visually-hidden');
    const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.trim()).join('');
    if (shown && text !== '') {
        check(element, text, style.color);
    }
    if (shown && element.placeholder) {
        check(element, element.placeholder, getComputedStyle(element, '::placeholder').color);
    }
}
if (arguments[0]) {
    const avatar = document.querySelector('.avatar');
    const name = document.querySelector('.message .who');
    for (let hue = 0; hue < 360; hue++) {
        avatar.style.setProperty('--hue', hue);
        check(avatar, `an avatar of hue ${hue}`, getComputedStyle(avatar).color);
        name.style.setProperty('--hue', hue);
        check(name, `a name of hue ${hue}`, getComputedStyle(name).color);
    }
}
return bad;
