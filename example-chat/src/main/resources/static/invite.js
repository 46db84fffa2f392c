// The invitation: a link to copy or to share, and a QR code, which the server draws.

import {byId} from './page.js';

const link = byId('link');

export function enableInvitation(room) {
    byId('invite').addEventListener('click', () => {
        byId('invite-done').textContent = '';
        byId('invite-dialog').showModal();
        byId('copy').focus();
    });
    link.addEventListener('focus', () => link.select());
    byId('copy').addEventListener('click', copy);
    const content = {title: `#${room}`, text: `Join me in #${room}`, url: link.value};
    byId('share').hidden = !(navigator.canShare?.(content) ?? false);
    byId('share').addEventListener('click', async () => {
        try {
            await navigator.share(content);
        } catch (problem) {
            if (problem.name !== 'AbortError') { // the user has closed the sheet
                byId('invite-done').textContent = 'Sharing did not work. Copy the link.';
            }
        }
    });
}

async function copy() {
    try {
        await navigator.clipboard.writeText(link.value);
        byId('invite-done').textContent = 'Copied.';
    } catch { // not allowed, or not a secure page
        link.focus();
        byId('invite-done').textContent = 'Press Ctrl+C to copy the link.';
    }
}
