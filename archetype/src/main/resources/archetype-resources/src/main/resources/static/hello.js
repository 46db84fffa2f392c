// The socket has the same path as this page.
const url = new URL(location.href);
url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
url.hash = "";
const socket = new WebSocket(url);

const form = document.querySelector("form");
const name = document.querySelector("#name");
const state = document.querySelector("#state");
const greetings = document.querySelector("#greetings");

socket.addEventListener("open", () => {
    state.textContent = "Connected.";
    form.querySelector("button").disabled = false;
});

socket.addEventListener("message", event => {
    const line = document.createElement("li");
    line.textContent = JSON.parse(event.data).text;
    greetings.append(line);
});

socket.addEventListener("close", () => {
    state.textContent = "The connection is closed. Reload the page to connect again.";
    form.querySelector("button").disabled = true;
});

form.addEventListener("submit", event => {
    event.preventDefault();
    socket.send(name.value);
    form.reset();
    name.focus();
});
