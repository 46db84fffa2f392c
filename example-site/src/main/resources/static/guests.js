const guests = document.getElementById('guests');
const socket = new WebSocket(location.origin.replace('http', 'ws') + location.pathname);

socket.onmessage = message => {
    guests.replaceChildren(...JSON.parse(message.data).names.map(name => {
        const item = document.createElement('li');
        item.textContent = name;
        return item;
    }));
};
