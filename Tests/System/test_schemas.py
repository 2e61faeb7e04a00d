"""The schemas for editors, held against the shipped files by a validator that is not ours."""

import json
import re

import jsonschema
import pytest
import yaml

from server import ROOT

AGREEMENTS = sorted((ROOT / "agreements").glob("*.yaml"))
PROCESSES = sorted((ROOT / "agreements" / "processes").glob("*.yaml"))


class Editor(yaml.SafeLoader):
    """Reads as editors do, by YAML 1.2: a date stays the text that was written, and `on` is a word."""


OLD = {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"}
Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in OLD]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def read(path):
    return yaml.load(path.read_text(), Editor)


def validator(name):
    schema = json.loads((ROOT / "agreements" / name).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("path", AGREEMENTS, ids=lambda path: path.stem)
def test_every_shipped_agreement_fits_the_schema(path):
    assert [error.message for error in validator("agreement.schema.json").iter_errors(read(path))] == []


@pytest.mark.parametrize("path", PROCESSES, ids=lambda path: path.stem)
def test_every_shipped_process_type_fits_the_schema(path):
    assert [error.message for error in validator("process.schema.json").iter_errors(read(path))] == []


@pytest.mark.parametrize("path", AGREEMENTS, ids=lambda path: path.stem)
def test_a_mistyped_key_in_any_clause_does_not_fit(path):
    agreement = read(path)
    checks = validator("agreement.schema.json")
    for clause in agreement["clauses"]:
        clause["paragraaf"] = clause.pop("paragraph")
        assert not checks.is_valid(agreement), clause["id"]
        clause["paragraph"] = clause.pop("paragraaf")
    assert checks.is_valid(agreement)
