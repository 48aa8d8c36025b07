for (const height of [20000, 0, -1, NaN, 'high', null]) parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
for (const message of [null, 'embed-size', { type: 'set-height', value: 500 }]) parent.postMessage(message, '*');
