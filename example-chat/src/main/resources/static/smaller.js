// Makes a picture small enough to be sent: a photo of a phone has 5 MB. Drawing it again also removes the place where it was taken.

const MAX_SIDE = 1600;
const QUALITY = 0.9;

/**
 * Draws a file on a canvas, and returns what to send: a Blob of WebP, or of JPEG if the browser cannot write WebP. An animation is sent as
 * it is. Throws if the file is no picture.
 */
export async function smaller(file, canvas) {
    const picture = await createImageBitmap(file, {imageOrientation: 'from-image'});
    const scale = Math.min(1, MAX_SIDE / Math.max(picture.width, picture.height));
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const context = canvas.getContext('2d');
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    if (file.type === 'image/gif') {
        return file;
    }
    const webp = await encoded(canvas, 'image/webp');
    if (webp.type === 'image/webp') {
        return webp;
    }
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = '#fff'; // JPEG has no transparency
    context.fillRect(0, 0, canvas.width, canvas.height);
    return encoded(canvas, 'image/jpeg');
}

const encoded = (canvas, type) => new Promise((done) => { canvas.toBlob(done, type, QUALITY); });
