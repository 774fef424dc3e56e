# SPDX-License-Identifier: Apache-2.0
# JSON that is a profile document starts no plugin; other JSON may be some plugin's own data.
from __future__ import annotations

import unittest

from harness import run, write
from plugin_places_test import project


class Asked(unittest.TestCase):
    def asked(self, content: str) -> bool:
        """Whether a plugin is started, to be asked whether this JSON is its own."""
        done = run("score", write("x.json", content), "--as-of", "2026-11-20", cwd=self.place)
        self.assertNotEqual(done.code, 5, done.messages)
        return "plugin `talks-in-init`: careful" in done.messages

    def setUp(self) -> None:
        self.place = project("talks-in-init", named="brand")

    def test_nobody_is_where_a_key_of_a_profile_document_stands(self) -> None:
        for content in ('{"profile": 1}', '{"headline": "x", "as_of": "2026-11-20"}',
                        '{"posts": [{"at": "2026-11-01"}], "photo": true,\n "profile"\t: 1}',
                        '{"headline": "{[\\"\\\\", "id": "x"}', '{"id": "x"}\n{"id": "y"}\n',
                        '{"id": '):
            self.assertFalse(self.asked(content), content)

    def test_everybody_is_where_none_does(self) -> None:
        for content in ('{"photo": true}', '{"list": [{"profile": 1}]}', '{"headline": "profile"}',
                        '{"a\\"profile": 1}', '{"profiles": 1}', '{}\n{"profile": 1}', '["id"]', '{"',
                        '{"id'):
            self.assertTrue(self.asked(content), content)

    def test_so_far_is_looked(self) -> None:
        for most, asked in ((16 * 1024, False), (16 * 1024 + 1, True)):
            start = '{"headline": "'
            end = '", "profile":'
            content = start + "x" * (most - len(start) - len(end)) + end
            self.assertEqual(self.asked(content + " 1}"), asked, most)


if __name__ == "__main__":
    unittest.main()
