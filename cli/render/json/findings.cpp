// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/json.hpp"
#include "cli/render/findings.hpp"

namespace colonnade::cli {
namespace {

// Version of the form.
constexpr int FindingsVersion = 1;

JsonValue place(const dsl::Source& source, dsl::Span span) {
    const auto from = source.place(span.begin);
    const auto until = source.place(std::max(span.begin, span.end));
    return {{"file", source.name()},
            {"line", from.line},
            {"column", from.column},
            {"end_line", until.line},
            {"end_column", until.column},
            {"begin", span.begin},
            {"end", std::max(span.begin, span.end)}};
}

JsonValue fix(const dsl::Diagnostic& finding) {
    auto edits = JsonValue::array();
    for (const auto& edit : finding.fix) {
        auto json = place(*finding.source, edit.span);
        json["text"] = edit.text;
        edits.push_back(std::move(json));
    }
    return edits;
}

JsonValue labels(const dsl::Diagnostic& finding) {
    auto all = JsonValue::array();
    for (const auto& label : finding.labels) {
        auto json = place(label.source ? *label.source : *finding.source, label.span);
        json["message"] = label.message;
        all.push_back(std::move(json));
    }
    return all;
}

JsonValue finding_json(const dsl::Diagnostic& finding) {
    JsonValue json{{"code", dsl::text_of(finding.code)},
                   {"severity", dsl::text_of(dsl::severity_of(finding.code))},
                   {"message", finding.message}};
    json["help"] = finding.help.empty() ? JsonValue(nullptr) : JsonValue(finding.help);
    json["place"] = place(*finding.source, finding.span);
    json["labels"] = labels(finding);
    json["fix"] = fix(finding);
    return json;
}

}  // namespace

std::string render_findings_json(const std::vector<dsl::Diagnostic>& findings) {
    const auto count = [&](dsl::Severity severity) {
        return std::count_if(findings.begin(), findings.end(), [&](const auto& finding) {
            return dsl::severity_of(finding.code) == severity;
        });
    };
    JsonValue json{{"check", FindingsVersion},
                   {"errors", count(dsl::Severity::Error)},
                   {"warnings", count(dsl::Severity::Warning)},
                   {"notes", count(dsl::Severity::Note)},
                   {"findings", JsonValue::array()}};
    for (const auto& finding : findings)
        json["findings"].push_back(finding_json(finding));
    return json_document(json);
}

}  // namespace colonnade::cli
