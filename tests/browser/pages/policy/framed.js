window.messages = [];
addEventListener('message', ({ data }) => { messages.push(data); });
// Where the address says so, the element knows of a frame.
const frame = new URLSearchParams(location.search).get('frame');
if (frame) document.getElementById('one').setAttribute('frame', frame);
