// The OpenID Connect provider of the tests: anybody may log in, with any password. Usage: node provider.mjs PORT
import crypto from 'node:crypto';
import http from 'node:http';
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
      redirect_uris: ['http://127.0.0.1/oidc/callback', 'http://127.0.0.1/app/oidc/callback'],
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
  findAccount: (ctx, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: `${id} of the tests`, roles: ['buyer'] }),
  }),
  features: {
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
server.listen(Number(process.argv[2]), '127.0.0.1', () => {
  const { port } = server.address();
  const provider = new Provider(`http://127.0.0.1:${port}`, configuration);
  server.on('request', provider.callback());
  console.log(`listening ${port}`);
});
process.stdin.on('end', () => process.exit(0)).resume(); // the tests have ended
