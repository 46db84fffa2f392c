// Uploads a picture. XMLHttpRequest reports how far it is; fetch() cannot.

/** Returns a promise of the server's answer, and a method that aborts. @param report is called with a number from 0 to 1 */
export function upload(picture, report) {
    const request = new XMLHttpRequest();
    const done = new Promise((resolve, reject) => {
        const fail = (text) => reject(new Error(text));
        request.open('POST', document.body.dataset.pictures);
        request.responseType = 'json';
        request.setRequestHeader('Accept', 'application/json');
        request.timeout = 120_000;
        request.upload.onprogress = ({loaded, total}) => report(loaded / total);
        request.onload = () => {
            if (request.status < 300) {
                resolve(request.response);
            } else {
                fail(request.status === 413 ? 'This picture has more than 1 MB.'
                    : request.response?.detail ?? 'The server did not take the picture.');
            }
        };
        request.onerror = () => fail('The connection broke. Send it again.');
        request.ontimeout = () => fail('That took too long. Send it again.');
        request.onabort = () => fail('');
        const form = new FormData();
        form.append('picture', picture, 'picture');
        request.send(form);
    });
    return {done, abort: () => request.abort()};
}
