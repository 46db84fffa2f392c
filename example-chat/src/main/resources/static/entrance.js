// The form for a name. It works without this script, which fills in the last name and says early that one is too long.

import {browser, byId, limitLength} from './page.js';

const field = byId('name');
const fits = limitLength(field, byId('name-problem'), 'A name');

if (field.value === '') {
    field.value = browser.get('lastName') ?? '';
    field.select();
}
byId('entrance').addEventListener('submit', (event) => {
    if (!fits()) {
        event.preventDefault();
        return;
    }
    browser.set('name', field.value.trim());
    browser.set('lastName', field.value.trim());
});
