// The OpenID Connect provider of the tests: anybody may log in, with any password. Usage: node provider.mjs PORT
// Commands on its input: "rotate" signs with a new key, "logout ADDRESS" sends logout tokens of the client "shop" to that address,
// "fetches" prints how often the keys were fetched, "sign HEADER CLAIMS", both in Base64url, prints a token. It prints one line for each.
import crypto from 'node:crypto';
import http from 'node:http';
import readline from 'node:readline';
import Provider from 'oidc-provider';

function key() {
  const { privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: crypto.randomUUID(), use: 'sig', alg: 'RS256' };
}

const api = 'https://api.example';

const configuration = {
  jwks: { keys: [key()] },
  cookies: { keys: [crypto.randomUUID()] },
  clients: [
    {
      client_id: 'shop',
      client_secret: 'the-secret-of-the-shop-is-long-enough',
      application_type: 'native', // any port of this machine is a redirect URI (RFC 8252 §7.3)
      redirect_uris: ['http://127.0.0.1/oidc/callback', 'http://127.0.0.1/app/oidc/callback', 'http://127.0.0.1/other/callback'],
      post_logout_redirect_uris: ['http://127.0.0.1/'],
      token_endpoint_auth_method: 'client_secret_basic',
    },
    {
      client_id: 'robot',
      client_secret: 'the-secret-of-the-robot-is-long-enough',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    },
  ],
  claims: { openid: ['sub', 'roles'], profile: ['name'] },
  conformIdTokenClaims: false,
  fetch: (url, { dispatcher, ...options }) => fetch(url, options), // without the rule that refuses addresses of this machine
  findAccount: (ctx, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: `${id} of the tests`, roles: ['buyer'] }),
  }),
  features: {
    backchannelLogout: { enabled: true },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: (ctx) => (ctx.oidc.params.grant_type === 'client_credentials' ? api : undefined),
      getResourceServerInfo: () => ({
        scope: 'orders:read orders:write',
        audience: api,
        accessTokenFormat: 'jwt',
        accessTokenTTL: 300,
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
};

const server = http.createServer();
let fetches = 0;
let provider;

// The sessions and the grants of a provider are in a store of its module, so the next instance finds them.
function configure() {
  provider = new Provider(`http://127.0.0.1:${server.address().port}`, configuration);
  provider.on('backchannel.error', (ctx, error) => console.log(`error ${error.message} ${error.cause ?? ''}`));
}

function logoutAt(address) {
  Object.assign(configuration.clients[0], { backchannel_logout_uri: address, backchannel_logout_session_required: true });
}

function sign(header, claims) {
  const signer = crypto.createPrivateKey({ key: configuration.jwks.keys[0], format: 'jwk' });
  return `${header}.${claims}.${crypto.sign('sha256', Buffer.from(`${header}.${claims}`), signer).toString('base64url')}`;
}

const commands = {
  rotate: () => configuration.jwks.keys.unshift(key()),
  logout: logoutAt,
  fetches: () => fetches,
  sign,
};

server.listen(Number(process.argv[2]), '127.0.0.1', () => {
  configure();
  server.on('request', (request, response) => {
    fetches += request.url === '/jwks' ? 1 : 0;
    provider.callback()(request, response);
  });
  console.log(`listening ${server.address().port}`);
});
readline
  .createInterface({ input: process.stdin })
  .on('line', (line) => {
    const [command, ...values] = line.split(' ');
    const result = commands[command](...values);
    configure();
    console.log(`done ${result}`);
  })
  .on('close', () => process.exit(0)); // the tests have ended
