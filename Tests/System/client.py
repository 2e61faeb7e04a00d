"""A system of an organisation, signed in by `private_key_jwt` with a key of its own."""

import json
import time
import uuid

import jwt
import requests
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
TIMEOUT_SECONDS = 60


class Client:
    def __init__(self, server, id, oin, scopes=("berichten",), key=None, key_id=None):
        self.server, self.id, self.oin, self.scopes = server, id, oin, scopes
        self.key = key or ec.generate_private_key(ec.SECP256R1())
        self.key_id = key_id or f"{id}-1"
        self.session = requests.Session()
        self.token = None

    @classmethod
    def of_example(cls, server, oin):
        """The system of an organisation in the worked example, with the key that the example made for it."""
        id = f"demo-{oin}"
        key = load_pem_private_key((server.keys / f"{id}.pem").read_bytes(), password=None)
        return cls(server, id, oin, key=key, key_id="sleutel-1")

    def public_keys(self):
        """The JSON Web Key Set to register."""
        key = json.loads(jwt.algorithms.ECAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [key | {"kid": self.key_id, "use": "sig", "alg": "ES256"}]}

    def register(self, folder, name="Organisatie van een toets"):
        place = folder / f"{self.id}.jwks.json"
        place.write_text(json.dumps(self.public_keys()))
        self.server.add_client(self.id, self.oin, name, place, self.scopes)
        return self

    def assertion(self, **claims):
        """What the client signs to prove who it is; `claims` replaces some, to make it a wrong one."""
        now = int(time.time())
        content = {
            "iss": self.id, "sub": self.id, "aud": f"{self.server.url}/oauth/token",
            "iat": now, "exp": now + 60, "jti": str(uuid.uuid4()),
        }
        return jwt.encode(content | claims, self.key, algorithm="ES256", headers={"kid": self.key_id})

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

    def delivery(self, id):
        return self.session.get(f"{self.server.url}/api/v1/aanleveringen/{id}", timeout=TIMEOUT_SECONDS)

    def reports(self):
        """Every processing report of the organisation, in order, as the list of them has it."""
        place, items = "/api/v1/verwerkingsberichten?limiet=200", []
        while place:
            answer = self.session.get(self.server.url + place, timeout=TIMEOUT_SECONDS)
            assert answer.status_code == 200, answer.text
            page = answer.json()
            items += page["items"]
            place = page.get("volgende")
        return items

    def report(self, id):
        """A processing report as JSON, by the id in the list."""
        answer = self.session.get(
            f"{self.server.url}/api/v1/verwerkingsberichten/{id}", timeout=TIMEOUT_SECONDS)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def deliver_message(self, message, **headers):
        return self.session.post(
            f"{self.server.url}/api/v1/aanleveringen", json=message.json(), headers=headers,
            timeout=TIMEOUT_SECONDS)
