// Draws a landscape, and drops it on the room as a file. Arguments 0 and 1: width and height.
const [width, height] = arguments;
const canvas = Object.assign(document.createElement('canvas'), {width, height});
const context = canvas.getContext('2d');
const sky = context.createLinearGradient(0, 0, 0, height);
[[0, '#2b1d66'], [0.45, '#c2506b'], [0.75, '#ffb25e']].forEach((stop) => sky.addColorStop(...stop));
context.fillStyle = sky;
context.fillRect(0, 0, width, height);
context.fillStyle = '#ffe9a8';
context.beginPath();
context.arc(width * 0.62, height * 0.6, height * 0.13, 0, 2 * Math.PI);
context.fill();
[['#7a3a63', 0.66, 0.10, 5], ['#4a2450', 0.78, 0.07, 8], ['#26143a', 0.88, 0.05, 11]].forEach(([colour, level, size, waves], hill) => {
    context.fillStyle = colour;
    context.beginPath();
    context.moveTo(0, height);
    for (let x = 0; x <= width; x++) {
        context.lineTo(x, height * (level + size * Math.sin(waves * x / width + 2 * hill)));
    }
    context.lineTo(width, height);
    context.fill();
});
canvas.toBlob((blob) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([blob], 'photo.png', {type: 'image/png'}));
    document.querySelector('.talk').dispatchEvent(new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}));
});
