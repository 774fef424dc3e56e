// SPDX-License-Identifier: Apache-2.0
#include "cli/parts/manifest.hpp"

#include <utility>

#include "cli/json.hpp"
#include "cli/json_taker.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

constexpr std::size_t Form = 1;

void take_file(JsonTaker& taker, const ForeignJson& json, const char* key, HashedFile& into) {
    const auto& file = taker.at(json, key);
    taker.take(file, "bytes", into.bytes);
    taker.take(file, "blake2b", into.digest);
}

JsonValue json_of(const HashedFile& file) {
    return {{"bytes", file.bytes}, {"blake2b", file.digest}};
}

JsonValue json_of(const CutPart& cut, const Manifest& manifest) {
    return {{"file_bytes", cut.file_bytes},
            {"begin", cut.begin},
            {"end", cut.end},
            {"first_line", cut.first_line},
            {"lines", manifest.lines},
            {"blake2b", manifest.input_digest}};
}

void take_input(JsonTaker& taker, const ForeignJson& json, Manifest& manifest) {
    auto& cut = manifest.cut;
    taker.take(json, "file_bytes", cut.file_bytes);
    taker.take(json, "begin", cut.begin);
    taker.take(json, "end", cut.end);
    taker.take(json, "first_line", cut.first_line);
    taker.take(json, "lines", manifest.lines);
    taker.take(json, "blake2b", manifest.input_digest);
    taker.good = taker.good && cut.begin <= cut.end && cut.end <= cut.file_bytes;
}

void take_run(JsonTaker& taker, const ForeignJson& json, Manifest& manifest) {
    taker.good = taker.good && json.is_object();
    if (!taker.good) return;
    for (const auto& [key, value] : json.items())
        taker.text(value, manifest.run[key]);
    const auto& form = manifest.run["table"];
    manifest.form = form == ending_of(TableForm::Csv) ? TableForm::Csv : TableForm::Ndjson;
    taker.good = taker.good && form == ending_of(manifest.form) && manifest.run.contains("data");
}

void take_totals(JsonTaker& taker, const ForeignJson& json, Histogram& totals) {
    taker.take(json, "not_assessed", totals.not_assessed);
    const auto& counts = taker.at(json, "totals");
    taker.good = taker.good && counts.is_array() && counts.size() == totals.totals.size();
    for (std::size_t i = 0; taker.good && i < totals.totals.size(); ++i)
        taker.number(counts[i], totals.totals.at(i));
}

void take_outcome(JsonTaker& taker, const ForeignJson& json, Outcome& outcome) {
    taker.take(json, "people", outcome.rows);
    taker.take(json, "failed", outcome.failed);
    taker.take(json, "rejects", outcome.rejects);
    take_totals(taker, json, outcome.totals);
    taker.good = taker.good && outcome.totals.people() == outcome.rows;
}

}  // namespace

std::string manifest_text(const Manifest& manifest) {
    const auto& outcome = manifest.outcome;
    const JsonValue json{{"manifest", Form},
                         {"part", manifest.part.number},
                         {"of", manifest.part.of},
                         {"run", manifest.run},
                         {"input", json_of(manifest.cut, manifest)},
                         {"people", outcome.rows},
                         {"failed", outcome.failed},
                         {"rejects", outcome.rejects},
                         {"not_assessed", outcome.totals.not_assessed},
                         {"totals", outcome.totals.totals},
                         {"head_bytes", manifest.head_bytes},
                         {"table", json_of(manifest.table)},
                         {"rejects_file", json_of(manifest.rejects)}};
    return json.dump(1, ' ', false, JsonValue::error_handler_t::replace) + "\n";
}

std::optional<Manifest> parse_manifest(std::string_view text) {
    const auto json = ForeignJson::parse(text, nullptr, false);
    Manifest manifest;
    JsonTaker taker;
    std::size_t form = 0;
    taker.take(json, "manifest", form);
    taker.take(json, "part", manifest.part.number);
    taker.take(json, "of", manifest.part.of);
    take_run(taker, taker.at(json, "run"), manifest);
    take_input(taker, taker.at(json, "input"), manifest);
    take_outcome(taker, json, manifest.outcome);
    taker.take(json, "head_bytes", manifest.head_bytes);
    take_file(taker, json, "table", manifest.table);
    take_file(taker, json, "rejects_file", manifest.rejects);
    const bool fits = taker.good && form == Form && manifest.head_bytes <= manifest.table.bytes;
    return fits ? std::optional(std::move(manifest)) : std::nullopt;
}

std::optional<Manifest> read_manifest(const std::filesystem::path& path, std::string& problem) {
    if (!engine::may_be_there(path)) return std::nullopt;
    const auto text = engine::read_file(path, MostManifestBytes);
    if (const auto* content = std::get_if<std::string>(&text)) return parse_manifest(*content);
    problem = std::get<engine::FileProblem>(text).message;
    return std::nullopt;
}

}  // namespace colonnade::cli
