// Waits until a server is ready: node wait-ready.mjs URL PID SECONDS. Prints each change of what it waits for.
// Exit status: 0 ready, 1 the process has ended, 3 not ready in time.
import https from 'node:https';

const [url, pid, seconds] = process.argv.slice(2);
const end = Date.now() + Number(seconds) * 1000;
let shown = '';
let last = 'no answer yet';

function alive() {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
}

// the certificate is the server's own, made at its first start: nothing is sent that would need trust
function ready() {
  return new Promise((resolve) => {
    const request = https.get(url, { rejectUnauthorized: false, timeout: 2000, agent: false }, (answer) => {
      let body = '';
      answer.on('data', (part) => { body += part; });
      answer.on('end', () => { last = describe(body); resolve(answer.statusCode === 200); });
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}

function describe(body) {
  try {
    const { checks = {} } = JSON.parse(body);
    const down = Object.entries(checks).filter(([, check]) => check.status !== 'up');
    return down.map(([name, check]) => `${name}: ${check.reason}`).join('; ') || 'starting';
  } catch {
    return 'starting';
  }
}

while (Date.now() < end) {
  if (!alive()) process.exit(1);
  if (await ready()) process.exit(0);
  if (last !== shown) {
    console.log(`  … ${last}`);
    shown = last;
  }
  await new Promise((resolve) => { setTimeout(resolve, 250); });
}
console.log(`  not ready: ${last}`);
process.exit(3);
