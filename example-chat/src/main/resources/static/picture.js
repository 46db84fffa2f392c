// Sending a picture: chosen, pasted or dropped. The dialog shows it and asks what it shows.

import {byId, hint} from './page.js';
import {smaller} from './smaller.js';
import {upload} from './upload.js';

const dialog = byId('picture-dialog');
const progress = byId('progress');
const maxBytes = Number(byId('file').dataset.maxBytes);

export function enablePictures(outbox, connection) {
    let ready = null; // the picture that the dialog shows, as it will be sent
    let running = null; // the upload

    async function offer(file) {
        try {
            ready = await smaller(file, byId('preview'), maxBytes);
        } catch (problem) {
            hint(problem.message, 'bad');
            return;
        }
        hint('');
        say('');
        byId('alt').value = '';
        progress.hidden = true;
        byId('picture-send').disabled = false;
        dialog.showModal();
        byId('alt').focus();
    }

    async function send() {
        if (connection.state !== 'online') {
            say('There is no connection at the moment. Send it again when you are online.');
            return;
        }
        say('');
        byId('picture-send').disabled = true;
        progress.hidden = false;
        running = upload(ready, (part) => { progress.value = part; });
        try {
            const {id, width, height} = await running.done;
            outbox.add({type: 'show', picture: id, width, height, description: byId('alt').value.trim()});
            dialog.close();
            byId('text').focus();
        } catch (problem) {
            progress.hidden = true;
            byId('picture-send').disabled = false;
            say(problem.message);
        }
    }

    const say = (text) => { byId('picture-problem').textContent = text; };
    const offerFirst = (files) => files.length > 0 && offer(files[0]);

    byId('attach').addEventListener('click', () => byId('file').click());
    byId('file').addEventListener('change', ({target}) => {
        offerFirst(target.files);
        target.value = ''; // the same file can be chosen again
    });
    byId('text').addEventListener('paste', (event) => {
        if (event.clipboardData.files.length > 0) {
            event.preventDefault();
            offerFirst(event.clipboardData.files);
        }
    });
    const room = document.querySelector('.talk');
    room.addEventListener('dragover', (event) => {
        if (event.dataTransfer.types.includes('Files')) {
            event.preventDefault(); // allows the drop
            room.classList.add('drop');
        }
    });
    room.addEventListener('dragleave', (event) => !room.contains(event.relatedTarget) && room.classList.remove('drop'));
    room.addEventListener('drop', (event) => {
        room.classList.remove('drop');
        if (event.dataTransfer.files.length > 0) {
            event.preventDefault(); // the browser would open the file
            offerFirst(event.dataTransfer.files);
        }
    });
    byId('picture-form').addEventListener('submit', (event) => {
        event.preventDefault();
        send();
    });
    dialog.addEventListener('close', () => running?.abort());
}
