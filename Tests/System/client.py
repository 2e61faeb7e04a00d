"""A system of an organisation, signed in by `private_key_jwt` with a key of its own."""

import json
import time
import uuid

import jwt
import requests
from cryptography.hazmat.primitives.asymmetric import ec

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
TIMEOUT_SECONDS = 60


class Client:
    def __init__(self, server, id, oin, scopes=("berichten",)):
        self.server, self.id, self.oin, self.scopes = server, id, oin, scopes
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.session = requests.Session()
        self.token = None

    def public_keys(self):
        """The JSON Web Key Set to register."""
        key = json.loads(jwt.algorithms.ECAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [key | {"kid": f"{self.id}-1", "use": "sig", "alg": "ES256"}]}

    def register(self, folder):
        place = folder / f"{self.id}.jwks.json"
        place.write_text(json.dumps(self.public_keys()))
        self.server.add_client(self.id, self.oin, place, self.scopes)
        return self

    def assertion(self, **claims):
        """What the client signs to prove who it is; `claims` replaces some, to make it a wrong one."""
        now = int(time.time())
        content = {
            "iss": self.id, "sub": self.id, "aud": f"{self.server.url}/oauth/token",
            "iat": now, "exp": now + 60, "jti": str(uuid.uuid4()),
        }
        return jwt.encode(content | claims, self.key, algorithm="ES256", headers={"kid": f"{self.id}-1"})

    def ask_token(self, assertion=None):
        return requests.post(f"{self.server.url}/oauth/token", timeout=TIMEOUT_SECONDS, data={
            "grant_type": "client_credentials", "client_assertion_type": ASSERTION_TYPE,
            "client_assertion": assertion or self.assertion(), "scope": " ".join(self.scopes)})

    def sign_in(self):
        answer = self.ask_token()
        assert answer.status_code == 200, answer.text
        self.token = answer.json()["access_token"]
        self.session.headers["Authorization"] = f"Bearer {self.token}"
        return self

    def deliver_batch(self, body, content_type="application/xml"):
        return self.session.post(
            f"{self.server.url}/koppelvlak/berichtverwerking", data=body, timeout=TIMEOUT_SECONDS,
            headers={"Content-Type": content_type})

    def report_of_batch(self, batch_id):
        return self.session.get(
            f"{self.server.url}/koppelvlak/verwerkingsberichten/{batch_id}", timeout=TIMEOUT_SECONDS)

    def deliver_message(self, message, **headers):
        return self.session.post(
            f"{self.server.url}/api/v1/aanleveringen", json=message.json(), headers=headers,
            timeout=TIMEOUT_SECONDS)
