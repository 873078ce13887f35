// A real OpenID provider on this machine, for tests: `node provider.mjs`. It says where it listens, then obeys one line of
// JSON at a time and answers each with a line:
//   {"client": {…}, "accounts": {"login": {claims}}, "claims_in_token": false}   begins, or begins anew with new keys
//   {"delay": 10000}                                                            answers so many milliseconds later
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import Provider from 'oidc-provider';

// Its hints for those who run it for real go nowhere: our lines are read by a test.
console.info = console.warn = () => {};

let answer = (_, response) => response.writeHead(503).end();
let delay = 0;
const server = createServer((request, response) => setTimeout(() => answer(request, response), delay));
server.listen(0, '127.0.0.1', () => say({ issuer: issuer() }));

const issuer = () => `http://127.0.0.1:${server.address().port}`;
const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);

function key(kind, options, alg) {
  const { privateKey } = generateKeyPairSync(kind, options);
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg };
}

function begin({ client, accounts, claims_in_token: inToken }) {
  const provider = new Provider(issuer(), {
    clients: [client],
    jwks: { keys: [key('rsa', { modulusLength: 2048 }, 'RS256'), key('ec', { namedCurve: 'P-256' }, 'ES256')] },
    cookies: { keys: [randomUUID()] },
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: !inToken,
    enabledJWA: { idTokenSigningAlgValues: ['RS256', 'ES256', 'HS256'] },
    pkce: { methods: ['S256'], required: () => true },
    findAccount: (_, login) => accounts[login] && {
      accountId: login,
      claims: () => ({ sub: login, ...accounts[login] }),
    },
  });
  answer = provider.callback();
}

for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line);
  if (order.client) begin(order);
  if (order.delay !== undefined) delay = order.delay;
  say({ done: true });
}
// The test is gone.
process.exit(0);
