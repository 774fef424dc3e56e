// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/json.hpp"
#include "cli/render/finding_page.hpp"
#include "cli/render/findings.hpp"

namespace colonnade::cli {
namespace {

// A path as the URI that SARIF wants: what has a meaning in URIs, and all beyond ASCII, in percent.
std::string uri_of(std::string_view path) {
    constexpr std::string_view Digits = "0123456789ABCDEF";
    constexpr std::string_view Plain = "-._~/";
    std::string uri;
    for (const char c : path) {
        const bool alnum =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (alnum || Plain.find(c) != Plain.npos) {
            uri += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        uri += {'%', Digits[byte >> 4U], Digits[byte & 15U]};
    }
    return path.starts_with('/') ? "file://" + uri : uri;
}

std::string_view level_of(dsl::Severity severity) {
    return dsl::text_of(severity);  // SARIF has the same three words
}

JsonValue artifact(const dsl::Source& source) {
    return {{"uri", uri_of(source.name())}};
}

JsonValue region(const dsl::Source& source, dsl::Span span) {
    const auto end = std::max(span.begin, span.end);
    const auto from = source.place(span.begin);
    const auto until = source.place(end);
    return {{"startLine", from.line},   {"startColumn", from.column},
            {"endLine", until.line},    {"endColumn", until.column},
            {"byteOffset", span.begin}, {"byteLength", end - span.begin}};
}

JsonValue location(const dsl::Source& source, dsl::Span span) {
    return {{"physicalLocation",
             {{"artifactLocation", artifact(source)}, {"region", region(source, span)}}}};
}

JsonValue rules() {
    auto all = JsonValue::array();
    for (const auto code : dsl::all_codes()) {
        const auto page = render_finding_page(dsl::text_of(code));
        all.push_back({{"id", dsl::text_of(code)},
                       {"shortDescription", {{"text", dsl::text_of(code)}}},
                       {"help", {{"text", page}}},
                       {"defaultConfiguration", {{"level", level_of(dsl::severity_of(code))}}}});
    }
    return all;
}

JsonValue related(const dsl::Diagnostic& finding) {
    auto all = JsonValue::array();
    for (const auto& label : finding.labels) {
        auto json = location(label.source ? *label.source : *finding.source, label.span);
        json["message"] = {{"text", label.message}};
        all.push_back(std::move(json));
    }
    return all;
}

JsonValue fixes(const dsl::Diagnostic& finding) {
    auto replacements = JsonValue::array();
    for (const auto& edit : finding.fix) {
        replacements.push_back({{"deletedRegion", region(*finding.source, edit.span)},
                                {"insertedContent", {{"text", edit.text}}}});
    }
    JsonValue change{{"artifactLocation", artifact(*finding.source)},
                     {"replacements", std::move(replacements)}};
    return JsonValue::array(
        {{{"description", {{"text", finding.help.empty() ? finding.message : finding.help}}},
          {"artifactChanges", JsonValue::array({std::move(change)})}}});
}

JsonValue result(const dsl::Diagnostic& finding) {
    const auto message =
        finding.help.empty() ? finding.message : finding.message + "; " + finding.help;
    JsonValue json{{"ruleId", dsl::text_of(finding.code)},
                   {"ruleIndex", static_cast<std::size_t>(finding.code)},
                   {"level", level_of(dsl::severity_of(finding.code))},
                   {"message", {{"text", message}}},
                   {"locations", JsonValue::array({location(*finding.source, finding.span)})}};
    if (!finding.labels.empty()) json["relatedLocations"] = related(finding);
    if (!finding.fix.empty()) json["fixes"] = fixes(finding);
    return json;
}

}  // namespace

std::string render_sarif(const std::vector<dsl::Diagnostic>& findings) {
    auto results = JsonValue::array();
    for (const auto& finding : findings)
        results.push_back(result(finding));
    JsonValue run{
        {"tool",
         {{"driver", {{"name", "colonnade"}, {"version", COLONNADE_VERSION}, {"rules", rules()}}}}},
        {"columnKind", "unicodeCodePoints"},
        {"results", std::move(results)}};
    const JsonValue log{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                        {"version", "2.1.0"},
                        {"runs", JsonValue::array({std::move(run)})}};
    return json_document(log);
}

}  // namespace colonnade::cli
