// SPDX-License-Identifier: Apache-2.0
// A test file: its head, the profiles that cases begin with, the cases.
#include <fmt/format.h>

#include <map>

#include "dsl/cases/read_parts.hpp"
#include "dsl/text/nearest_name.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::dsl {
namespace {

class SuiteReader {
public:
    SuiteReader(const Document& document, const Rulebook& rulebook, const Catalogue& catalogue,
                Diagnostics& diagnostics)
        : form_{document.sources, diagnostics, rulebook.languages},
          rules_(form_, rulebook),
          context_{form_, rulebook, catalogue, rules_},
          root_(document.root) {}

    Suite read() {
        MapReader map(form_, root_, root_.span, SuiteKeys, "a test file");
        check_version(form_, map);
        read_rulebook_id(map);
        if (const auto* as_of = map.required("as_of"))
            as_of_ = read_as_of(form_, *as_of, map.key_span("as_of"));
        if (const auto* bases = map.optional("bases")) read_bases(*bases, map.key_span("bases"));
        if (const auto* cases = map.required("cases")) read_cases(*cases, map.key_span("cases"));
        map.finish();
        return std::move(suite_);
    }

private:
    void read_rulebook_id(MapReader& map) {
        const auto* id = map.required("tests");
        if (id == nullptr) return;
        suite_.rulebook = read_id(form_, *id, map.key_span("tests"));
        if (suite_.rulebook.empty() || suite_.rulebook == context_.rulebook.id) return;
        form_.report(Code::WrongValue, id->span,
                     fmt::format("the file tests `{}`, the rulebook beside it is `{}`",
                                 suite_.rulebook, context_.rulebook.id));
    }

    void read_bases(const Node& node, Span key) {
        for (const auto& [id, value] : read_entries(form_, node, key, "profiles")) {
            (void)read_id(form_, id, id.span);
            MapReader map(form_, value, id.span, BaseKeys, "a base");
            auto profile = profile_of(map);
            map.finish();
            bases_.emplace(id.text, std::move(profile));
            base_names_.push_back(id.text);
        }
    }

    void read_cases(const Node& node, Span key) {
        for (const auto& [name, value] : read_entries(form_, node, key, "cases")) {
            if (suite_.cases.size() == MostCases) {
                form_.report(Code::LimitExceeded, name.span,
                             fmt::format("more than {} cases in one file", MostCases));
                return;
            }
            suite_.cases.push_back(read_case(name, value));
        }
    }

    Case read_case(const Node& name, const Node& node) {
        Case read;
        read.name = read_filled_text(form_, name, name.span);
        read.span = name.span;
        MapReader map(form_, node, name.span, CaseKeys, "a case");
        read.profile = profile_of(map);
        if (const auto* as_of = map.optional("as_of")) {
            read.as_of = read_as_of(form_, *as_of, map.key_span("as_of"));
        } else if (read.profile.file.empty()) {
            read.as_of = as_of_;
        }
        if (const auto* expect = map.required("expect"))
            read.expectations = read_expectations(context_, *expect, map.key_span("expect"));
        map.finish();
        return read;
    }

    // A base may begin with one that stands above it, so there is no circle.
    GivenProfile profile_of(MapReader& map) {
        GivenProfile profile;
        if (const auto* base = map.optional("base")) {
            const auto id = read_filled_text(form_, *base, map.key_span("base"));
            const auto found = bases_.find(id);
            if (found != bases_.end()) {
                profile = found->second;
            } else if (!id.empty()) {
                form_.report(Code::UnknownName, base->span, fmt::format("no base `{}`", id),
                             did_you_mean(id, base_names_));
            }
        }
        read_given(context_, map, profile);
        return profile;
    }

    Form form_;
    RuleNames rules_;
    SuiteContext context_;
    const Node& root_;
    Suite suite_;
    std::optional<std::int64_t> as_of_;
    std::map<std::string, GivenProfile> bases_;
    std::vector<std::string> base_names_;
};

}  // namespace

std::optional<std::int64_t> read_as_of(const Form& form, const Node& node, Span key) {
    const auto text = read_filled_text(form, node, key);
    if (text.empty()) return std::nullopt;
    if (const auto day = parse_date(text)) return *day + SecondsPerDay - 1;
    form.report(Code::WrongValue, node.span, fmt::format("`{}` is no date", text),
                "write it like `2026-01-31`");
    return std::nullopt;
}

SuiteHeader read_suite_header(const Document& document, Diagnostics& diagnostics) {
    const Form form{document.sources, diagnostics};
    MapReader map(form, document.root, document.root.span, SuiteKeys, "a test file");
    const auto* id = map.required("tests");
    if (id == nullptr) return {};
    return {read_id(form, *id, map.key_span("tests")), id->span};
}

Suite read_suite(const Document& document, const Rulebook& rulebook, const Catalogue& catalogue,
                 Diagnostics& diagnostics) {
    return SuiteReader(document, rulebook, catalogue, diagnostics).read();
}

}  // namespace colonnade::dsl
