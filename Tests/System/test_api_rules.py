"""The served description, held to the technical rules of the NL API Design Rules."""

import copy

import pytest
import requests
import yaml

import adr
from client import TIMEOUT_SECONDS
from server import Server


@pytest.fixture(scope="module")
def served(binary, tmp_path_factory):
    """What the running program serves, in both forms."""
    server = Server(binary, tmp_path_factory.mktemp("rules")).start()
    try:
        place = f"{server.url}/api/v1/openapi"
        yield [requests.get(f"{place}.{form}", timeout=TIMEOUT_SECONDS) for form in ("json", "yaml")]
    finally:
        server.stop()


@pytest.fixture(scope="module")
def document(served):
    return served[0].json()


def test_both_forms_say_the_same(served):
    in_json, in_yaml = served
    assert in_json.json() == yaml.safe_load(in_yaml.text)
    assert in_json.headers["API-Version"] == in_json.json()["info"]["version"]


@pytest.mark.parametrize("name", adr.RULES)
def test_the_description_keeps_to_the_rule(document, name):
    assert list(adr.RULES[name](adr.resolved(document))) == []


def post(document):
    return document["paths"]["/aanleveringen"]["post"]


def field(document, name, schema):
    document["components"]["schemas"]["Bericht"]["properties"][name] = schema


def twice(document):
    document["paths"]["/nog-een"] = copy.deepcopy(document["paths"]["/aanleveringen"])


SPOILED = {
    "nlgov:openapi3": lambda one: one.update(openapi="2.0"),
    "oas3-schema": lambda one: post(one).pop("responses") and post(one).update(responses={}),
    "operation-operationId-unique": twice,
    "path-params": lambda one: one["paths"].update({"/a/{b}": {"get": copy.deepcopy(post(one))}}),
    "openapi-tags-uniqueness": lambda one: one["tags"].append(one["tags"][0]),
    "oas3-valid-media-example":
        lambda one: post(one)["requestBody"]["content"]["application/json"]["example"].pop("berichtId"),
    "oas3-valid-schema-example": lambda one: field(one, "x", {"type": "integer", "example": "een"}),
    "oas3-api-servers": lambda one: one.pop("servers"),
    "nlgov:include-major-version-in-uri":
        lambda one: one["servers"][0].update(url="https://peil.example/api"),
    "nlgov:servers-use-https": lambda one: one["servers"][0].update(url="http://peil.example/v1"),
    "nlgov:paths-no-trailing-slash": lambda one: one["paths"].update({"/a/": {}}),
    "nlgov:info-contact-fields-exist": lambda one: one["info"]["contact"].pop("email"),
    "nlgov:semver": lambda one: one["info"].update(version="1.0"),
    "nlgov:missing-version-header": lambda one: post(one)["responses"]["202"]["headers"].pop("API-Version"),
    "nlgov:http-methods": lambda one: one["paths"]["/aanleveringen"].update(trace=post(one)),
    "nlgov:paths-kebab-case": lambda one: one["paths"].update({"/eenPad": {}}),
    "nlgov:query-keys-camel-case":
        lambda one: post(one)["parameters"].append({"in": "query", "name": "een_sleutel"}),
    "nlgov:schema-camel-case": lambda one: one["components"]["schemas"].update(bericht={}),
    "nlgov:property-casing": lambda one: field(one, "Een_veld", {"type": "string"}),
    "nlgov:use-problem-schema": lambda one: post(one)["responses"]["400"].update(content={}),
    "nlgov:problem-schema-members":
        lambda one: one["components"]["schemas"]["Probleem"]["properties"].pop("detail"),
    "nlgov:problem-invalid-input": lambda one: post(one)["responses"].pop("400"),
    "nlgov:date-time-ensure-timezone": lambda one: field(one, "x", {"format": "date-time-local"}),
    "nlgov:specify-format-for-date-and-time": lambda one: field(one, "eindDatum", {"type": "string"}),
    "nlgov:use-date-instead-of-datetime": lambda one: field(one, "eindDatum", {"format": "date-time"}),
}


@pytest.mark.parametrize("name", adr.RULES)
def test_the_rule_sees_what_breaks_it(document, name):
    spoiled = copy.deepcopy(document)
    SPOILED[name](spoiled)
    assert list(adr.RULES[name](adr.resolved(spoiled)))
