# SPDX-License-Identifier: Apache-2.0
# As much of JSON Schema as docs/schemas (2020-12) and the schema of SARIF (draft 4) use. Stricter in one point: a key that the schema
# does not describe is reported, since the schema is the description of the contract.
from __future__ import annotations

import re

KNOWN = {"$schema", "$id", "$ref", "$defs", "title", "description", "examples", "type", "const",
         "enum", "properties", "required", "items", "minItems", "uniqueItems", "minimum", "maximum",
         "exclusiveMinimum", "pattern", "minLength", "anyOf", "oneOf", "additionalProperties",
         "definitions", "default", "format", "id"}


def is_type(value: object, name: str) -> bool:
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if name == "integer":
        return is_type(value, "number") and float(value).is_integer()
    kinds = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
    return isinstance(value, kinds[name])


def resolve(root: dict, schema: dict) -> dict:
    while "$ref" in schema:
        target: dict = root
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        schema = target
    return schema


class Checker:
    def __init__(self, schema: dict) -> None:
        self.root = schema

    def problems(self, value: object) -> list[str]:
        return list(self._check(self.root, value, "$"))

    def _check(self, schema: dict, value: object, place: str):
        schema = resolve(self.root, schema)
        unknown = schema.keys() - KNOWN
        if unknown:
            raise ValueError(f"the validator does not know {sorted(unknown)} at {place}")
        if "anyOf" in schema and not any(not list(self._check(part, value, place))
                                         for part in schema["anyOf"]):
            yield f"{place}: fits no alternative"
        if "oneOf" in schema and sum(not list(self._check(part, value, place))
                                     for part in schema["oneOf"]) != 1:
            yield f"{place}: does not fit exactly one alternative"
        yield from self._scalar(schema, value, place)
        if isinstance(value, dict):
            yield from self._object(schema, value, place)
        if isinstance(value, list):
            yield from self._array(schema, value, place)

    def _scalar(self, schema: dict, value: object, place: str):
        types = schema.get("type", [])
        types = [types] if isinstance(types, str) else types
        if types and not any(is_type(value, name) for name in types):
            yield f"{place}: {value!r} is not {types}"
        if "const" in schema and value != schema["const"]:
            yield f"{place}: {value!r} is not {schema['const']!r}"
        if "enum" in schema and value not in schema["enum"]:
            yield f"{place}: {value!r} is not one of {schema['enum']}"
        if is_type(value, "number"):
            if value < schema.get("minimum", value) or value > schema.get("maximum", value):
                yield f"{place}: {value} is out of bounds"
            if "exclusiveMinimum" in schema and value <= schema["exclusiveMinimum"]:
                yield f"{place}: {value} is out of bounds"
        if isinstance(value, str):
            if "pattern" in schema and not re.search(schema["pattern"], value):
                yield f"{place}: {value!r} does not match {schema['pattern']}"
            if len(value) < schema.get("minLength", 0):
                yield f"{place}: is too short"

    def _object(self, schema: dict, value: dict, place: str):
        properties = schema.get("properties", {})
        for key in schema.get("required", []):
            if key not in value:
                yield f"{place}: `{key}` is missing"
        for key, part in value.items():
            if key not in properties and isinstance(schema.get("additionalProperties"), dict):
                yield from self._check(schema["additionalProperties"], part, f"{place}.{key}")
            elif key in properties:
                yield from self._check(properties[key], part, f"{place}.{key}")
            elif properties or "type" in schema:  # else a part of an alternative
                yield f"{place}: `{key}` is not described"

    def _array(self, schema: dict, value: list, place: str):
        if len(value) < schema.get("minItems", 0):
            yield f"{place}: has too few items"
        if schema.get("uniqueItems") and len({repr(item) for item in value}) < len(value):
            yield f"{place}: has an item twice"
        for index, item in enumerate(value):
            yield from self._check(schema.get("items", {}), item, f"{place}[{index}]")


def undescribed(schema: dict, place: str = "$") -> list[str]:
    """The properties without a description."""
    found = []
    for key, part in schema.get("properties", {}).items():
        if not part.get("description"):
            found.append(f"{place}.{key}")
        found += undescribed(part, f"{place}.{key}")
        found += undescribed(part.get("items", {}), f"{place}.{key}[]")
    for name, part in schema.get("$defs", {}).items():
        found += undescribed(part, name)
    return found
