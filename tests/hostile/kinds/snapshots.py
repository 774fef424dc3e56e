# SPDX-License-Identifier: Apache-2.0
# Member snapshots, as JSON and as a folder of pages, and LinkedIn's own index (`--ssi`).
from __future__ import annotations

from case import Case, Content, case
from makers import EVIL, few

CALL = "score {} --rules few.yaml --as-of 2026-11-20 --id i --format csv"
PROFILE = '"PROFILE":[{"First Name":"Ida","Headline":"Buyer"}]'
SSI = ('{"memberScore":{"overall":47,"subScores":[{"score":12,"pillar":"PROFESSIONAL_BRAND"},'
       '{"score":9,"pillar":"FIND_RIGHT_PEOPLE"},{"score":6,"pillar":"INSIGHT_ENGAGEMENT"},'
       '{"score":20,"pillar":"STRONG_RELATIONSHIP"}]},"groupScore":[]}')


def snapshot(name: str, content: Content) -> Case:
    return case(name, CALL.format("s.json"), {"s.json": content, **few()}, shows=True)


def index(name: str, content: Content) -> Case:
    return case(name, "score p.json --ssi ssi.json --rules few.yaml --format json",
                {"ssi.json": content, "p.json": '{"profile":1,"as_of":"2026-11-20","headline":"x"}', **few()})


CASES = [
    snapshot("good", "{%s}" % PROFILE),
    snapshot("cut-off", "{%s" % PROFILE),
    snapshot("cut-off-in-a-row", '{"PROFILE":[{"Headline":"Buy'),
    snapshot("domain-that-is-no-list", '{"PROFILE":{"Headline":"Buyer"}}'),
    snapshot("rows-that-are-no-objects", '{"PROFILE":[1,"a",null,[]]}'),
    snapshot("cells-of-other-kinds", '{"PROFILE":[{"Headline":7,"Industry":null,"Summary":{"a":1}}]}'),
    snapshot("domain-that-nobody-knows", '{%s,"HOROSCOPE":[{"Sign":"Lion"}]}' % PROFILE),
    snapshot("domain-twice", '{%s,"PROFILE":[{"Headline":"Queen"}]}' % PROFILE),
    snapshot("column-twice", '{"PROFILE":[{"Headline":"Buyer","Headline":"Queen"}]}'),
    snapshot("two-thousand-domains", "{%s,%s}" % (PROFILE, ",".join(f'"D{n}":[]' for n in range(2000)))),
    snapshot("two-thousand-columns", '{"PROFILE":[{%s}]}' % ",".join(f'"c{n}":"x"' for n in range(2000))),
    snapshot("cell-of-2-mb", '{"PROFILE":[{"Headline":"%s"}]}' % ("x" * 2_000_000)),
    snapshot("deep", '{%s,"SKILLS":%s}' % (PROFILE, "[" * 3000 + "]" * 3000)),
    snapshot("deep-before-the-domain", "[" * 100_000),
    snapshot("control-letters", '{"PROFILE":[{"Headline":"a\\u001b[31m\\u202e"}],"\\u001bX":[]}'),
    snapshot("raw-control-letters", '{"PROFILE":[{"Headline":"%s"}]}' % EVIL),
    snapshot("lone-surrogate", '{"PROFILE":[{"Headline":"\\ud800"}]}'),
    snapshot("nul-escaped", '{"PROFILE":[{"Headline":"a\\u0000b"}]}'),
    snapshot("numbers-at-the-edge", '{%s,"SKILLS":[{"Name":1e400},{"Name":18446744073709551616}]}' % PROFILE),
    snapshot("answer-of-an-error", '{"status":401,"message":"Unauthorized","snapshotData":[]}'),
    snapshot("answer-without-elements", '{"paging":{},"elements":[],"snapshotDomain":"x"}'),
    case("folder-with-a-broken-page", CALL.format("s"),
         {"s/1.json": '{"elements":[{"snapshotDomain":"PROFILE","snapshotData":[{"Headline":"Buyer"}]}]}',
          "s/2.json": '{"elements":[{"snapshotDomain":"SKILLS","snapshotData":[{"Na', **few()}, shows=True),
    index("index-good", SSI),
    index("index-empty", ""),
    index("index-that-is-html", "<html>Sign in</html>"),
    index("index-of-a-list", "[]"),
    index("index-without-pillars", '{"memberScore":{"overall":47}}'),
    index("index-above-100", SSI.replace("47", "147")),
    index("index-that-is-not-the-sum", SSI.replace("47", "99")),
    index("index-of-1e400", SSI.replace("47", "1e400")),
    index("index-deep", "[" * 100_000),
    index("index-with-control-letters", SSI.replace("[]", '[{"groupType":"a\\u001b[31m","rank":3,"industry":"\\u202e"}]')),
]
