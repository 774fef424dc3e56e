// SPDX-License-Identifier: Apache-2.0
// Names for measures and lists: any order, no circle; and the placeholders of texts.
#include <catch2/catch.hpp>

#include "tests/support/tiny.hpp"

using namespace colonnade;
using tests::read_rule_with;

namespace {

using Marks = std::vector<std::string>;

Marks marks(const std::string& define, const std::string& keys = "pass: has photo") {
    return read_rule_with(keys, "define:\n" + define).marks();
}

Marks tip(const std::string& text, const std::string& keys = "measure: followers\nhalf: 3") {
    return read_rule_with(keys + "\ntip:\n  en: " + text).marks();
}

}  // namespace

TEST_CASE("a share is of a list without a condition of its own", "[dsl][check]") {
    const std::string lists = "  links: posts where kind = link\n  recent: posts in last 3 weeks\n";
    CHECK(marks(lists + "  a: share(recent where kind = link)\n").empty());
    CHECK(marks(lists + "  a: share(links)\n") == Marks{"wrong-arguments: links"});
    CHECK(marks(lists + "  a: share(links where words > 3)\n") ==
          Marks{"wrong-arguments: links where words > 3"});
    CHECK(marks(lists + "  a: count(links where words > 3) / count(links)\n").empty());
}

TEST_CASE("defines use one another in any order", "[dsl][check]") {
    CHECK(marks("  a: b + 1\n  b: c * 2\n  c: followers\n").empty());
    CHECK(marks("  recent: posts in last 3 weeks\n  n: count(recent)\n").empty());
    CHECK(marks("  links: recent where kind = link\n  recent: posts in last 3 weeks\n").empty());
    CHECK(marks("  a: rate(recent)\n  recent: posts in last 3 weeks\n", "pass: a > 0").empty());
}

TEST_CASE("a circle of defines is one finding", "[dsl][check]") {
    CHECK(marks("  a: a + 1\n") == Marks{"define-cycle: a + 1"});
    CHECK(marks("  a: b\n  b: a\n") == Marks{"define-cycle: b"});
    CHECK(marks("  a: b\n  b: c\n  c: a\n  d: a\n", "pass: d > 3") == Marks{"define-cycle: b"});
}

TEST_CASE("a finding in a define is not repeated where it is used", "[dsl][check]") {
    CHECK(marks("  a: follower\n  b: a + a\n", "pass: a > b and a = link") ==
          Marks{"unknown-name: follower"});
}

TEST_CASE("what a define may be called", "[dsl][check]") {
    CHECK(marks("  größe_2: 3\n").empty());
    CHECK(marks("  photo: 3\n") == Marks{"ambiguous-name: photo"});
    CHECK(marks("  profile: 3\n") == Marks{"ambiguous-name: profile"});
    for (const auto* wrong : {"A", "a b", "a-b", "2a", "per", "where", "''"}) {
        INFO(wrong);
        CHECK(marks(std::string("  ") + wrong + ": 3\n").size() == 1);
    }
    CHECK(marks("  a: posts.words\n") == Marks{"wrong-type: posts.words"});
    CHECK(marks("  a: [1]\n").size() == 1);
    CHECK(marks("  a:\n").size() == 1);
    CHECK(read_rule_with("pass: has photo", "define: 3\n").marks() == Marks{"wrong-shape: define"});
    CHECK(read_rule_with("pass: has photo", "define:\n").marks().empty());
}

TEST_CASE("inside where a field comes first", "[dsl][check]") {
    CHECK(marks("  words_max: 3\n  n: count(posts where words > words_max)\n").empty());
    CHECK(marks("  calm_one: mood\n  n: mood = calm_one\n").empty());
    CHECK(marks("  calm: level\n  n: mood = calm\n").empty());
    CHECK(marks("  calm: mood\n  n: mood = calm\n") == Marks{"ambiguous-name: calm"});
}

TEST_CASE("placeholders stand for what the text can say", "[dsl][rulebook]") {
    CHECK(tip("No placeholder").empty());
    CHECK(tip("<value> <target> <missing> <gain> <followers>").empty());
    CHECK(tip("<missing follower|followers>").empty());
    CHECK(tip("<missing weiteren Menschen|weitere Menschen>").empty());
    CHECK(tip("<vlaue> is low") == Marks{"placeholder: <vlaue>"});
    CHECK(tip("ä <nothing>") == Marks{"placeholder: <nothing>"});
    CHECK(tip("<posts>") == Marks{"placeholder: <posts>"});
    CHECK(tip("<missing follower>") == Marks{"placeholder: <missing follower>"});
    CHECK(tip("a <value") == Marks{"placeholder: <value"});
    CHECK(tip("<value>", "pass: has photo") == Marks{"placeholder: <value>"});
    CHECK(tip("<gain>", "pass: has photo").empty());
    CHECK(tip("'it''s <vlaue>'") == Marks{"placeholder: it''s <vlaue>"});
}

TEST_CASE("a text is split into words and placeholders", "[dsl][rulebook]") {
    using What = dsl::TemplatePart::What;
    const auto reading = read_rule_with(
        "measure: followers\nhalf: 3\ntip:\n  en: Get <missing more|mores> of <value>.");
    const auto& parts = reading.rulebook.pillars[0].rules[0].tip.at(0).parts;
    REQUIRE(parts.size() == 5);
    CHECK(parts[0].words == "Get ");
    CHECK(parts[1].what == What::Missing);
    CHECK(parts[1].singular == "more");
    CHECK(parts[1].plural == "mores");
    CHECK(parts[3].what == What::Value);
    CHECK(parts[4].words == ".");
}
