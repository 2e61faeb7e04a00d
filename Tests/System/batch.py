"""Batches of messages in the existing XML interface, valid unless a test makes them otherwise."""

import base64
import datetime
import pathlib
import subprocess
import uuid
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

SCHEMAS = pathlib.Path(__file__).parents[1] / "Fixtures" / "schemas"
BATCH = "http://schemas.rdw.nl/GEB/BerichtVerwerkService/Types/2009/01"
MESSAGE = "http://schemas.rdw.nl/GEB/BerichtenProsessor/Bericht/Types/2009/01"


def new_id():
    return str(uuid.uuid4())


def now():
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass
class Message:
    bsn: str
    id: str = field(default_factory=new_id)
    type: str = "BESLUIT"
    subject: str = "Uw aanslag 2026"
    text: str | None = "Er staat een bericht voor u klaar."
    reference: str | None = None
    publish_at: str | None = None
    deadline_at: str | None = None
    attachments: list = field(default_factory=list)

    def xml(self, batch_id):
        def optional(name, value):
            return "" if value is None else f"<m:{name}>{escape(value)}</m:{name}>"

        enclosed = "".join(
            attachment_xml(content, place) for place, content in enumerate(self.attachments, start=1))
        return (
            "<m:Bericht><m:BerichtInformatie>"
            f"<m:BatchID>{escape(batch_id)}</m:BatchID><m:BerichtID>{escape(self.id)}</m:BerichtID>"
            f"<m:BerichtType>{escape(self.type)}</m:BerichtType>"
            f"{optional('PublicatieDatum', self.publish_at)}"
            f"{optional('EindDatumHandelingsTermijn', self.deadline_at)}"
            f"<m:Onderwerp>{escape(self.subject)}</m:Onderwerp>"
            f"{optional('BerichtTekst', self.text)}{optional('Referentie', self.reference)}"
            f"<m:GebruikerID>{escape(self.bsn)}</m:GebruikerID><m:SoortGebruiker>Burger</m:SoortGebruiker>"
            "</m:BerichtInformatie>"
            + (f"<m:Bijlagen>{enclosed}</m:Bijlagen>" if enclosed else "")
            + "</m:Bericht>")

    def json(self):
        """The body of POST /api/v1/aanleveringen."""
        fields = {
            "berichtId": self.id, "berichttype": self.type,
            "ontvanger": {"type": "BSN", "waarde": self.bsn}, "onderwerp": self.subject, "tekst": self.text,
            "referentie": self.reference, "publicatiedatum": self.publish_at,
            "eindDatumHandelingstermijn": self.deadline_at,
            "bijlagen": [
                {"omschrijving": f"Bijlage {place}", "mediatype": "application/pdf",
                 "inhoud": base64.b64encode(content).decode()}
                for place, content in enumerate(self.attachments, start=1)],
        }
        return {name: value for name, value in fields.items() if value not in (None, [])}


def attachment_xml(content, place):
    return (
        f"<m:Bijlage><m:Inhoud>{base64.b64encode(content).decode()}</m:Inhoud>"
        "<m:BijlageType>Pdf</m:BijlageType>"
        f"<m:Omschrijving>Bijlage {place}</m:Omschrijving><m:Volgorde>{place}</m:Volgorde></m:Bijlage>")


def batch(oin, messages, id=None, made_at=None):
    """The bytes to send."""
    id = id or new_id()
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><b:Berichten xmlns:b="{BATCH}" xmlns:m="{MESSAGE}">'
        f"<b:BatchInformatie><b:BatchID>{escape(id)}</b:BatchID>"
        f"<b:AanmaakDatum>{made_at or now()}</b:AanmaakDatum>"
        f"<b:BerichtLeverancierID>{escape(oin)}</b:BerichtLeverancierID></b:BatchInformatie>"
        + "".join(message.xml(id) for message in messages)
        + "</b:Berichten>").encode()


def complaints(document, schema):
    """What xmllint has against a document, by one of the schemas; empty when it is valid."""
    result = subprocess.run(
        ["xmllint", "--noout", "--nonet", "--huge", "--schema", str(SCHEMAS / schema), "-"],
        input=document, capture_output=True)
    return "" if result.returncode == 0 else result.stderr.decode()
