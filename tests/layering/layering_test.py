# SPDX-License-Identifier: Apache-2.0
# Holds layering.py against small trees made on the spot: each breach must be reported at its line
# and nothing else, and a tree that keeps the rules must pass. So the checker cannot fall asleep.
from __future__ import annotations

import tempfile
import unittest
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from unittest import mock

import layering
import rules

# After it a body starts in line 3.
HEAD = "// SPDX-License-Identifier: Apache-2.0\n// What this file is for.\n"

# One breach each: path, body, and (line, check) of what must be found.
BREACHES = [
    ("dsl/a.cpp", '#include "engine/b.hpp"\n', [(3, "include-direction")]),
    ("dsl/a.cpp", "#include <colonnade/plugin.h>\n", [(3, "include-direction")]),
    ("engine/a.cpp", '#include "cli/b.hpp"\n', [(3, "include-direction")]),
    ("engine/a.cpp", "#include <colonnade/sdk.hpp>\n", [(3, "include-direction")]),
    ("cli/a.cpp", "#include <colonnade/plugin.h>\n", [(3, "include-direction")]),
    ("plugins/brand/a.cpp", '#include "dsl/b.hpp"\n', [(3, "include-direction")]),
    ("plugins/brand/a.cpp", '#include "plugins/people/b.hpp"\n', [(3, "include-direction")]),
    ("plugins/text/a.hpp", '#include "plugins/people/b.hpp"\n', [(3, "include-direction")]),
    ("plugins/include/colonnade/plugin.h", '#include "sdk.hpp"\n', [(3, "include-direction")]),
    ("dsl/a.cpp", '#include "dsl/gone.hpp"\n', [(3, "include-not-found")]),
    ("dsl/a.cpp", '#include "rules_text.h"\n', [(3, "include-not-found")]),
    ("dsl/x/a.cpp", '#include "../b.hpp"\n', [(3, "include-upwards")]),
    ("dsl/a.cpp", "#include <yaml-cpp/yaml.h>\n", [(3, "library-place")]),
    ("dsl/expr/ast.hpp", "#include <boost/spirit/home/x3.hpp>\n", [(3, "library-in-header")]),
    ("dsl/a.hpp", "#include <fmt/core.h>\n", [(3, "library-in-header")]),
    ("engine/a.cpp", "#include <boost/dll/shared_library.hpp>\n", [(3, "library-place")]),
    ("engine/a.cpp", "#include <CLI/CLI.hpp>\n", [(3, "library-place")]),
    ("engine/a.cpp", "#include <nlohmann/json.hpp>\n", [(3, "library-place")]),
    ("engine/a.cpp", "#include <boost/optional.hpp>\n", [(3, "unknown-library")]),
    ("plugins/brand/a.cpp", "#include <fmt/core.h>\n", [(3, "library-place")]),
    ("plugins/brand/a.cpp", "#include <unistd.h>\n", [(3, "system-header")]),
    ("dsl/a.cpp", "#include <sys/stat.h>\n", [(3, "system-header")]),
    ("engine/a.cpp", "#include <iostream>\n", [(3, "prints")]),
    ("dsl/a.cpp", "\nvoid f() { std::cerr << 1; }\n", [(4, "prints")]),
    ("plugins/brand/a.cpp", "void f() { std::printf(\"x\"); }\n", [(3, "prints")]),
    ("plugins/include/colonnade/a.hpp", "void f() { puts(\"x\"); }\n", [(3, "prints")]),
    ("engine/a.cpp", "void f() { fmt::print(\"x\"); }\n", [(3, "prints")]),
    ("engine/a.cpp", "void f() { std::exit(1); }\n", [(3, "exits")]),
    ("cli/a.cpp", "std::regex r;\n", [(3, "std-regex")]),
    ("engine/a.cpp", "double f(double x) { return std::log(x); }\n", [(3, "libm")]),
    ("engine/a.cpp", "double f(double x) { return std :: pow (x, 2); }\n", [(3, "libm")]),
    ("plugins/brand/a.cpp", "float f(float x) { return expf(x) + ::sin(x); }\n",
     [(3, "libm")] * 2),
    ("dsl/a.cpp", "int f(N n) { return n.as<int>(7); }\n", [(3, "yaml-as")]),
    ("engine/a.cpp", "auto t = std::chrono::system_clock::now();\n", [(3, "clock")]),
    ("engine/a.cpp", "auto t = time(nullptr);\n", [(3, "clock")]),
    ("engine/a.cpp", "int f() {\n    if (g()) return 1;\n    else\n        exit(1);\n}\n",
     [(6, "exits")]),
    ("plugins/brand/a.cpp", "auto h = std::getenv(\"HOME\");\n", [(3, "environment")]),
    ("dsl/a.cpp", "double x = std::stod(s);\n", [(3, "locale")]),
    ("engine/a.cpp", "std::random_device chance;\n", [(3, "chance")]),
    ("cli/a.cpp", "// TO" "DO: later\n", [(3, "unfinished")]),
    ("cli/a.cpp", "\n" * 399, [(401, "long-file")]),
]

# None of these is a breach.
FINE = [
    ("dsl/expr/grammar.cpp", "#include <boost/spirit/home/x3.hpp>\n#include <vector>\n"),
    ("dsl/yaml/read.cpp",
     '#include "dsl/b.hpp"\n#include <yaml-cpp/yaml.h>\n#include <fmt/core.h>\n'),
    ("engine/host/library.cpp",
     '#include <boost/dll.hpp>\n#include <colonnade/plugin.h>\n#include "dsl/b.hpp"\n'),
    ("engine/host/elf.cpp", "#include <elf.h>\n#include <sys/stat.h>\n"),
    ("plugins/brand/a.cpp",
     '#include <colonnade/sdk.hpp>\n#include "b.hpp"\n#include "plugins/text/b.hpp"\n'),
    ("plugins/brand/a.cpp", '#include "rules_text.h"\n#include "selftest_text.h"\n'),
    ("plugins/linkedin/zip.cpp", "#include <zip.h>\n#include <nlohmann/json.hpp>\n"),
    ("cli/main.cpp",
     '#include <CLI/CLI.hpp>\n#include <iostream>\nvoid f() { std::cout << 1; exit(2); }\n'),
    ("tests/unit/a.cpp",
     '#include <catch2/catch.hpp>\n#include <dlfcn.h>\n#include "engine/b.hpp"\n'),
    ("engine/a.cpp", "double f(double x) { return std::sqrt(std::abs(x)) + std::floor(x); }\n"),
    ("engine/a.cpp",
     "// std::log(x) and exit(1)\nauto s = \"std::cerr // printf(x)\"; auto c = '\"';\n"),
    ("engine/a.cpp", "auto s = R\"(std::log(x)\n\" exit(1))\";\nint n = 1'000'000;\n"),
    ("engine/a.cpp",
     "void f(L& l) { l.log(1); l->exit(2); my::time(3); print_time(4); double exponent(5); }\n"),
    ("plugins/include/colonnade/a.hpp", "struct R { Times time(int index) const; };\n"),
]


def make_tree(root: Path, files: dict[str, str]) -> None:
    # The targets that includes of the rows point to.
    others = ("dsl", "engine", "cli", "plugins/brand", "plugins/people", "plugins/text")
    base = {f"{folder}/b.hpp": HEAD for folder in others}
    base |= {f"plugins/include/colonnade/{name}": HEAD for name in ("plugin.h", "sdk.hpp")}
    for path, text in (base | files).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def findings_of(files: dict[str, str]) -> list[layering.Finding]:
    with tempfile.TemporaryDirectory() as folder:
        make_tree(Path(folder), files)
        return layering.check_tree(Path(folder))[1]


@mock.patch.dict(rules.EXCEPTIONS, clear=True)
class Layering(unittest.TestCase):
    maxDiff = None

    def test_each_breach_is_found_at_its_line(self) -> None:
        for path, body, expected in BREACHES:
            with self.subTest(path=path, body=body[:60]):
                found = findings_of({path: HEAD + body})
                self.assertEqual([(f.path, f.line, f.check) for f in found],
                                 [(path, line, check) for line, check in expected])

    def test_what_keeps_the_rules_passes(self) -> None:
        for path, body in FINE:
            with self.subTest(path=path, body=body[:60]):
                self.assertEqual(findings_of({path: HEAD + body}), [])

    def test_a_second_place_of_a_library_is_found(self) -> None:
        met = HEAD + "#include <simdjson.h>\n"
        self.assertEqual(findings_of({"engine/read/a.cpp": met}), [])
        found = findings_of({"engine/read/a.cpp": met, "engine/read/z.cpp": met})
        self.assertEqual([(f.path, f.line, f.check) for f in found],
                         [("engine/read/z.cpp", 3, "second-place")])

    def test_a_second_type_of_one_name_is_found(self) -> None:
        one = HEAD + "\nstruct Token {\n    int a;\n};\n"
        other = HEAD + "enum class Token { A };\n"
        fine = HEAD + "struct Token;\nnamespace {\n    struct Token { int a; };\n}\n"
        self.assertEqual(findings_of({"dsl/a.hpp": one, "engine/a.hpp": other}), [])
        self.assertEqual(findings_of({"dsl/a.hpp": one, "dsl/c.hpp": fine}), [])
        found = findings_of({"dsl/a.hpp": one, "dsl/c.hpp": other})
        self.assertEqual([(f.path, f.line, f.check) for f in found],
                         [("dsl/c.hpp", 3, "second-type")])

    def test_a_length_at_the_limit_passes(self) -> None:
        self.assertEqual(findings_of({"cli/a.cpp": HEAD + "\n" * 398}), [])

    def test_first_lines(self) -> None:
        spdx = "SPDX-License-Identifier: Apache-2.0\n"
        rows = [("cli/a.cpp", "int x;\n", (1, "licence-line")),
                ("cli/a.cpp", f"// {spdx}int x;\n", (2, "purpose")),
                ("tests/a.py", "#!/usr/bin/env python3\nimport os\n", (1, "licence-line")),
                ("cli/CMakeLists.txt", "add_library(x)\n", (1, "licence-line"))]
        for path, text, expected in rows:
            with self.subTest(path=path, text=text):
                self.assertEqual([(f.line, f.check) for f in findings_of({path: text})], [expected])
        with_shebang = f"#!/usr/bin/env python3\n# {spdx}# Why.\n"
        self.assertEqual(findings_of({"tests/a.py": with_shebang}), [])

    def test_an_exception_silences_and_may_not_outlive_its_reason(self) -> None:
        with mock.patch.dict(rules.EXCEPTIONS, {("dsl/a.cpp", "exits"): "reason"}):
            self.assertEqual(findings_of({"dsl/a.cpp": HEAD + "void f() { exit(1); }\n"}), [])
            found = findings_of({"dsl/a.cpp": HEAD})
            self.assertEqual([f.check for f in found], ["stale-exception"])

    def test_the_command_fails_on_findings_and_on_nothing_to_read(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(self.run_checker(folder), 2)
            make_tree(Path(folder), {})
            self.assertEqual(self.run_checker(folder), 0)
            make_tree(Path(folder), {"dsl/a.cpp": HEAD + "#include <iostream>\n"})
            self.assertEqual(self.run_checker(folder), 1)

    def run_checker(self, folder: str) -> int:
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            return layering.main([folder])


if __name__ == "__main__":
    unittest.main()
