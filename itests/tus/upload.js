// SPDX-License-Identifier: Apache-2.0
import { createReadStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { Upload } from 'tus-js-client';

const [endpoint, token, path, way] = process.argv.slice(2);
const PIECE = 100_000;

const WAYS = {
  whole: {},
  pieces: { chunkSize: PIECE },
  'at-once': { chunkSize: PIECE, uploadDataDuringCreation: true },
  deferred: { chunkSize: PIECE, uploadLengthDeferred: true },
  overridden: { chunkSize: PIECE, overridePatchMethod: true },
  parallel: { parallelUploads: 3 },
  resumed: { chunkSize: PIECE },
  ended: { chunkSize: PIECE },
};

/** Resolves with the upload, or once it has got so far and was stopped. */
function run(options, stopAfter = Infinity) {
  return new Promise((resolve, reject) => {
    // a file has a length: only what comes from elsewhere has none yet
    const file = createReadStream(path);
    const upload = new Upload(options.uploadLengthDeferred ? file.pipe(new PassThrough()) : file, {
      endpoint,
      headers: { Authorization: `Bearer ${token}` },
      metadata: { filename: 'firmware ü.bin', filetype: 'application/octet-stream', purpose: 'firmware' },
      retryDelays: null,
      onError: reject,
      onSuccess: () => resolve(upload),
      onChunkComplete: (size, accepted) => {
        if (accepted >= stopAfter) {
          upload.abort().then(() => resolve(upload), reject);
        }
      },
      ...options,
    });
    upload.start();
  });
}

async function main() {
  const options = WAYS[way];
  if (way === 'resumed') {
    const first = await run(options, 2 * PIECE);
    return run({ ...options, uploadUrl: first.url });
  }
  if (way === 'ended') {
    const first = await run(options, 2 * PIECE);
    await first.abort(true);
    return first;
  }
  return run(options);
}

const upload = await main();
console.log(upload.url);
