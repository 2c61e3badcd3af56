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

// the cause first: what the others wait for
const order = ['postgres', 'database', 'encryption', 'schema', 'platform', 'api', 'console'];

function describe(body) {
  try {
    const { checks = {} } = JSON.parse(body);
    const rank = (name) => (order.indexOf(name) + order.length) % order.length;
    const down = Object.entries(checks).filter(([, check]) => check.status !== 'up').sort(([a], [b]) => rank(a) - rank(b));
    if (down.length === 0) return 'starting';
    const [[cause, { reason }]] = down;
    const others = down.slice(1).map(([name]) => name);
    return `${cause}: ${reason}${others.length ? ` (then ${others.join(', ')})` : ''}`;
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
