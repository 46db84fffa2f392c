// Makes a picture small enough to be sent: a photo of a phone has 5 MB. Drawing it again also removes the place where it was taken.

/** The first one that makes the picture small enough is taken. Only pictures with much noise need another than the first. */
const ATTEMPTS = [{side: 1600, quality: 0.9}, {side: 1600, quality: 0.7}, {side: 1100, quality: 0.7}, {side: 700, quality: 0.6}];

/**
 * Draws a file on a canvas, and returns what to send: a Blob of WebP, or of JPEG if the browser cannot write WebP. An animation is sent as
 * it is. Throws an error with a text for the user if the file cannot be sent.
 */
export async function smaller(file, canvas, maxBytes) {
    const format = await formatOf(file);
    const picture = await decoded(file, format);
    try {
        if (!format.isAnimated) {
            return await encoded(picture, canvas, maxBytes);
        }
        draw(picture, canvas, ATTEMPTS[0].side);
    } finally {
        picture.close();
    }
    if (file.size > maxBytes) {
        throw new Error(`This animation has ${megabytes(file.size)}, and ${megabytes(maxBytes)} is the limit. Choose a smaller one.`);
    }
    return file;
}

const megabytes = (bytes) => `${(bytes / 1_000_000).toLocaleString('en', {maximumFractionDigits: 1})} MB`;

/** Reads the start of a file: its type may be wrong, and does not say whether a picture moves. */
async function formatOf(file) {
    const bytes = await file.slice(0, 100_000).arrayBuffer().catch(() => { // a folder, or a file that was deleted
        throw new Error('Your browser cannot read this file.');
    });
    const head = new TextDecoder('latin1').decode(bytes);
    const gif = head.startsWith('GIF8');
    const png = head.startsWith('PNG\r\n', 1);
    const webp = head.startsWith('RIFF') && head.startsWith('WEBP', 8);
    const movingPng = png && head.indexOf('acTL') > 0 && head.indexOf('acTL') < head.indexOf('IDAT');
    const movingWebp = webp && head.startsWith('VP8X', 12) && (head.charCodeAt(20) & 2) !== 0;
    return {isKnown: gif || png || webp || head.startsWith('ÿØÿ'), isAnimated: gif || movingPng || movingWebp};
}

async function decoded(file, {isKnown}) {
    try {
        return await createImageBitmap(file, {imageOrientation: 'from-image'});
    } catch {
        throw new Error(isKnown
            ? 'Your browser cannot open this picture. It is damaged, or has too many pixels.'
            : 'This file is no picture that can be sent. Choose a PNG, JPEG, GIF or WebP.');
    }
}

async function encoded(picture, canvas, maxBytes) {
    for (const {side, quality} of ATTEMPTS) {
        draw(picture, canvas, side);
        const webp = await toBlob(canvas, 'image/webp', quality);
        if (webp?.type === 'image/webp' && webp.size <= maxBytes) {
            return webp;
        }
        if (webp?.type !== 'image/webp') {
            fillBehind(canvas, '#fff'); // JPEG has no transparency
            const jpeg = await toBlob(canvas, 'image/jpeg', quality);
            if (jpeg !== null && jpeg.size <= maxBytes) {
                return jpeg;
            }
        }
    }
    throw new Error('Your browser cannot make this picture small enough.');
}

function draw(picture, canvas, maxSide) {
    const scale = Math.min(1, maxSide / Math.max(picture.width, picture.height));
    canvas.width = Math.max(1, Math.round(picture.width * scale)); // and clears it
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
}

function fillBehind(canvas, colour) {
    const context = canvas.getContext('2d');
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = colour;
    context.fillRect(0, 0, canvas.width, canvas.height);
}

const toBlob = (canvas, type, quality) => new Promise((done) => { canvas.toBlob(done, type, quality); });
