"""The technical rules of the NL API Design Rules on a description by OpenAPI, as its linter has
them.

Each rule is a function that yields a complaint for each place that breaks it. `RULES` has them by the linter's
names. The document is resolved first: what is pointed at stands in its place.
"""

import re

import jsonschema
from schemathesis.specs.openapi.definitions import OPENAPI_30

METHODS = ("get", "put", "post", "patch", "delete")
PROBLEM = "application/problem+json"
SEMVER = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?")
KEBAB = re.compile(r"/(([a-z0-9-]+|{[^}]+})(/([a-z0-9.-]+|{[^}]+}))*)")
CAMEL = re.compile(r"[a-z][a-z\d]*([A-Z][a-z\d]*)*")
PASCAL = re.compile(r"([A-Z][a-z\d]*)+")
NAMED_FOR_A_DATE = re.compile(r"date|datum|.*(\w+D|_[dD])(ate|atum).*")

# The linter takes a name with Datum in it for a day. This one is a moment: it is named after the element
# EindDatumHandelingsTermijn of the existing interface, a dateTime, and the term ends at an hour.
MOMENTS_BY_NAME = {"eindDatumHandelingstermijn"}


def resolved(node, root=None):
    """The same document without pointers."""
    root = node if root is None else root
    if isinstance(node, list):
        return [resolved(item, root) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        target = root
        for name in node["$ref"].removeprefix("#/").split("/"):
            target = target[name]
        return resolved(target, root)
    return {name: resolved(value, root) for name, value in node.items()}


def operations(document):
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield f"{method} {path}", path, method, operation


def answers(document):
    for here, _, _, operation in operations(document):
        for status, answer in operation["responses"].items():
            yield f"{here} {status}", status, answer


def properties(node):
    """Every property of every schema, however deep, by name."""
    if isinstance(node, list):
        for item in node:
            yield from properties(item)
    elif isinstance(node, dict):
        for name, value in node.items():
            if name == "properties" and isinstance(value, dict):
                yield from value.items()
            yield from properties(value)


def openapi3(document):
    if not re.fullmatch(r"3(\.\d+){1,2}", document.get("openapi", "")):
        yield "openapi is not version 3"


def oas3_schema(document):
    for error in jsonschema.Draft4Validator(OPENAPI_30).iter_errors(document):
        yield f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def operation_id_unique(document):
    seen = set()
    for here, _, _, operation in operations(document):
        if operation.get("operationId") in seen | {None}:
            yield f"{here}: no operationId of its own"
        seen.add(operation.get("operationId"))


def path_params(document):
    for here, path, _, operation in operations(document):
        told = {one["name"] for one in operation.get("parameters", []) if one["in"] == "path"}
        if told != set(re.findall(r"{(\w+)}", path)):
            yield f"{here}: other parameters than in the path"


def tags_uniqueness(document):
    names = [tag["name"] for tag in document.get("tags", [])]
    if len(names) != len(set(names)):
        yield "a tag is there twice"
    for here, _, _, operation in operations(document):
        if not set(operation.get("tags", [])) <= set(names):
            yield f"{here}: a tag that is not described"


def media_examples(document):
    def contents():
        for here, _, _, operation in operations(document):
            yield here, operation.get("requestBody", {}).get("content", {})
        for here, _, answer in answers(document):
            yield here, answer.get("content", {})

    for here, content in contents():
        for kind, media in content.items():
            if "example" in media:
                checker = jsonschema.Draft4Validator(
                    media["schema"], format_checker=jsonschema.FormatChecker())
                for error in checker.iter_errors(media["example"]):
                    yield f"{here} {kind}: {error.message[:200]}"


def schema_examples(document):
    def walk(node):
        if isinstance(node, list):
            for item in node:
                yield from walk(item)
        elif isinstance(node, dict):
            if "example" in node and "type" in node:
                for error in jsonschema.Draft4Validator(node).iter_errors(node["example"]):
                    yield f"{node.get('description')}: {error.message[:200]}"
            for value in node.values():
                yield from walk(value)

    yield from walk(document.get("components", {}).get("schemas", {}))


def servers(document):
    if not document.get("servers"):
        yield "there are no servers"


def uri_version(document):
    for server in document.get("servers", []):
        if not re.search(r"/v\d", server["url"]):
            yield f"{server['url']} has no major version"


def https(document):
    for server in document.get("servers", []):
        if server["url"].startswith("http://") and not re.match(r"http://(127\.|localhost)", server["url"]):
            yield f"{server['url']} is not https"


def no_trailing_slash(document):
    for path in document["paths"]:
        if len(path) > 1 and path.endswith("/"):
            yield f"{path} ends in a slash"


def contact(document):
    for field in ("email", "name", "url"):
        if not document["info"].get("contact", {}).get(field):
            yield f"info.contact has no {field}"


def semver(document):
    if not SEMVER.fullmatch(document["info"].get("version", "")):
        yield "info.version is no semantic version"


def version_header(document):
    for here, _, answer in answers(document):
        if "API-Version" not in answer.get("headers", {}):
            yield f"{here}: no API-Version"


def http_methods(document):
    for here, _, method, _ in operations(document):
        if method not in METHODS:
            yield f"{here}: not a method of the rules"


def kebab_case(document):
    for path in document["paths"]:
        if path not in ("/openapi.json", "/openapi.yaml") and not KEBAB.fullmatch(path):
            yield f"{path} is not kebab-case"


def query_keys(document):
    for here, _, _, operation in operations(document):
        for one in operation.get("parameters", []):
            if one["in"] == "query" and not CAMEL.fullmatch(one["name"]):
                yield f"{here}: {one['name']} is not lower camelCase"


def schema_names(document):
    for name in document["components"]["schemas"]:
        if not PASCAL.fullmatch(name):
            yield f"{name} is not UpperCamelCase"


def property_names(document):
    for name, _ in properties(document):
        if not CAMEL.fullmatch(name):
            yield f"{name} is not lower camelCase"


def problem_schema(document):
    for here, status, answer in answers(document):
        if status[0] in "45" and PROBLEM not in answer.get("content", {}):
            yield f"{here}: not {PROBLEM}"


def problem_members(document):
    for here, status, answer in answers(document):
        schema = answer.get("content", {}).get(PROBLEM, {}).get("schema", {})
        told = {name for name, _ in properties(schema)}
        if status[0] in "45" and not {"status", "title", "detail"} <= told:
            yield f"{here}: a problem without status, title or detail"


def invalid_input(document):
    for here, _, method, operation in operations(document):
        if (method in ("put", "post", "patch") or operation.get("parameters")) \
                and "400" not in operation["responses"]:
            yield f"{here}: no 400"


def zoned_moments(document):
    for name, schema in properties(document):
        if schema.get("format") in ("date-time-local", "time"):
            yield f"{name} has no time zone"


def dates_have_a_format(document):
    for name, schema in properties(document):
        if NAMED_FOR_A_DATE.fullmatch(name) and "format" not in schema:
            yield f"{name} has no format"


def dates_are_dates(document):
    for name, schema in properties(document):
        if NAMED_FOR_A_DATE.fullmatch(name) and schema.get("format") == "date-time" \
                and name not in MOMENTS_BY_NAME:
            yield f"{name} is named for a day and is a moment"


RULES = {
    "nlgov:openapi3": openapi3,
    "oas3-schema": oas3_schema,
    "operation-operationId-unique": operation_id_unique,
    "path-params": path_params,
    "openapi-tags-uniqueness": tags_uniqueness,
    "oas3-valid-media-example": media_examples,
    "oas3-valid-schema-example": schema_examples,
    "oas3-api-servers": servers,
    "nlgov:include-major-version-in-uri": uri_version,
    "nlgov:servers-use-https": https,
    "nlgov:paths-no-trailing-slash": no_trailing_slash,
    "nlgov:info-contact-fields-exist": contact,
    "nlgov:semver": semver,
    "nlgov:missing-version-header": version_header,
    "nlgov:http-methods": http_methods,
    "nlgov:paths-kebab-case": kebab_case,
    "nlgov:query-keys-camel-case": query_keys,
    "nlgov:schema-camel-case": schema_names,
    "nlgov:property-casing": property_names,
    "nlgov:use-problem-schema": problem_schema,
    "nlgov:problem-schema-members": problem_members,
    "nlgov:problem-invalid-input": invalid_input,
    "nlgov:date-time-ensure-timezone": zoned_moments,
    "nlgov:specify-format-for-date-and-time": dates_have_a_format,
    "nlgov:use-date-instead-of-datetime": dates_are_dates,
}
