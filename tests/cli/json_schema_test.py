# SPDX-License-Identifier: Apache-2.0
# The small validator can say no: each keyword that it knows is broken once. And the schema itself
# describes every key and uses no keyword that the validator would pass over.
from __future__ import annotations

import copy
import json
import unittest

from harness import ROOT, archive, score
from json_schema import Checker, undescribed

# A schema, what fits it, what does not.
CASES = [
    ({"type": "string"}, "a", 1),
    ({"type": "number"}, 1.5, True),
    ({"type": "integer"}, 2, 2.5),
    ({"type": ["boolean", "null"]}, None, 0),
    ({"const": 1}, 1, 2),
    ({"enum": ["a", "b"]}, "b", "c"),
    ({"minimum": 0}, 0, -0.1),
    ({"maximum": 1}, 1, 1.1),
    ({"exclusiveMinimum": 0}, 1, 0),
    ({"pattern": "^a+$"}, "aa", "ab"),
    ({"minLength": 1}, "a", ""),
    ({"minItems": 1}, [1], []),
    ({"uniqueItems": True}, [1, 2], [1, 1]),
    ({"items": {"type": "number"}}, [1], ["a"]),
    ({"required": ["a"], "properties": {"a": {}}}, {"a": 1}, {}),
    ({"properties": {"a": {"type": "number"}}}, {"a": 1}, {"a": "b"}),
    ({"properties": {"a": {}}}, {"a": 1}, {"b": 1}),
    ({"anyOf": [{"type": "string"}, {"type": "null"}]}, None, 1),
    ({"$ref": "#/$defs/x", "$defs": {"x": {"type": "null"}}}, None, 1),
]


class Validator(unittest.TestCase):
    def test_each_keyword_passes_and_fails(self) -> None:
        for schema, good, bad in CASES:
            with self.subTest(schema=schema):
                self.assertEqual(Checker(schema).problems(good), [])
                self.assertTrue(Checker(schema).problems(bad))

    def test_a_keyword_it_does_not_know_is_no_silent_pass(self) -> None:
        with self.assertRaises(ValueError):
            Checker({"maxItems": 1}).problems([])


class Schema(unittest.TestCase):
    def setUp(self) -> None:
        text = (ROOT / "docs/schemas/result.schema.json").read_text("utf-8")
        self.schema = json.loads(text)

    def test_every_key_is_described(self) -> None:
        self.assertEqual(undescribed(self.schema), [])

    def test_a_changed_result_does_not_fit(self) -> None:
        result = score(archive(), "--format", "json").json
        checker = Checker(self.schema)
        self.assertEqual(checker.problems(result), [])
        for key in result:
            with self.subTest(missing=key):
                less = {k: v for k, v in result.items() if k != key}
                self.assertTrue(checker.problems(less))
        for change in (("score", 101), ("low", None), ("result", 2), ("extra", 1)):
            with self.subTest(change=change):
                self.assertTrue(checker.problems(result | {change[0]: change[1]}))
        deep = copy.deepcopy(result)
        deep["pillars"][0]["rules"][0]["status"] = "guessed"
        self.assertTrue(checker.problems(deep))


if __name__ == "__main__":
    unittest.main()
