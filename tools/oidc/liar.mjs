// Something that speaks the protocol and lies, for tests: what no real provider would ever say. `node liar.mjs <client id>
// <client secret>` says where it listens. The code that is brought is `<lie>~<nonce>`, and the lie is told in the token.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { SignJWT, UnsecuredJWT, exportJWK } from 'jose';

const [client, secret] = process.argv.slice(2);
const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const [ours, another] = [pair(), pair()];
const shown = { ...(await exportJWK(ours.publicKey)), kid: 'ours', use: 'sig', alg: 'RS256' };

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, issuer());
  const json = (status, body, headers = {}) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  if (pathname === '/.well-known/openid-configuration') return json(200, discovery());
  if (pathname === '/jwks') return json(200, { keys: [shown] });
  if (pathname === '/about') {
    const subject = request.headers.authorization === 'Bearer other' ? 'somebody-else' : 'truth';
    return json(200, { sub: subject, email: 'fumi@example.com', email_verified: true });
  }
  if (pathname !== '/token') return json(404, {});
  let body = '';
  for await (const piece of request) body += piece;
  const [lie, nonce] = new URLSearchParams(body).get('code').split('~');
  if (lie === 'slow') return setTimeout(() => json(200, {}), 60_000);
  if (lie === 'elsewhere') return json(307, {}, { location: `${issuer()}/token` });
  if (lie === 'flood') return json(200, { access_token: 'x'.repeat(1_000_000), token_type: 'bearer' });
  if (lie === 'tokenless') return json(200, { access_token: 'x', token_type: 'bearer' });
  if (lie === 'nonsense') return response.writeHead(200, { 'content-type': 'application/json' }).end('<p>');
  return json(200, {
    access_token: lie === 'subject' ? 'other' : 'x',
    token_type: 'bearer',
    id_token: await token(lie, nonce),
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${JSON.stringify({ issuer: issuer() })}\n`));
process.stdin.resume().on('end', () => process.exit(0));

const issuer = () => `http://127.0.0.1:${server.address().port}`;

function discovery() {
  const at = (door) => `${issuer()}/${door}`;
  return {
    issuer: issuer(),
    authorization_endpoint: at('authorize'),
    token_endpoint: at('token'),
    userinfo_endpoint: at('about'),
    jwks_uri: at('jwks'),
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

async function token(lie, nonce) {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer(), sub: 'truth', aud: client, iat: now, exp: now + 300, nonce,
    ...({
      issuer: { iss: 'https://accounts.google.com' },
      nobody: { sub: '' },
      endless: { sub: 'x'.repeat(256) },
      audience: { aud: 'another-client' },
      audiences: { aud: [client, 'another-client'] },
      party: { azp: 'another-client' },
      old: { iat: now - 7200, exp: now - 3600 },
      stale: { iat: now - 1200, exp: now + 3600 },
      future: { iat: now + 600, exp: now + 900 },
      nonce: { nonce: 'another' },
      nonceless: { nonce: undefined },
    })[lie],
  };
  if (lie !== 'subject') Object.assign(claims, { email: 'fumi@example.com', email_verified: true, name: 'ふみ' });
  if (lie === 'unsigned') return new UnsecuredJWT(claims).encode();
  const signed = (alg, kid, key) => new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(key);
  if (lie === 'key') return signed('RS256', 'ours', another.privateKey);
  if (lie === 'unknown') return signed('RS256', 'theirs', another.privateKey);
  // Signed with what everybody can read, as if it were a secret; and with the secret, where that was not agreed on.
  const open = Buffer.from(ours.publicKey.export({ type: 'spki', format: 'pem' }));
  if (lie === 'public') return signed('HS256', 'ours', open);
  if (lie === 'secret') return signed('HS256', 'ours', Buffer.from(secret));
  if (lie === 'altered') {
    const [head, , seal] = (await signed('RS256', 'ours', ours.privateKey)).split('.');
    const body = Buffer.from(JSON.stringify({ ...claims, sub: 'daichi' })).toString('base64url');
    return [head, body, seal].join('.');
  }
  return signed('RS256', 'ours', ours.privateKey);
}
