// Shows the address of the socket as the browser knows it: a server behind a proxy may not know its scheme or its path.

const url = new URL(location.pathname, location.href);
url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
document.getElementById('address').textContent = url.href;
