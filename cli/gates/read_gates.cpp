// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "cli/gates/gates.hpp"
#include "cli/points_option.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/nearest_name.hpp"

namespace colonnade::cli {
namespace {

Exit say_usage(std::string_view message, std::string_view help) {
    say_error(message, help);
    return Exit::Usage;
}

Exit read_points(const char* option, const std::string& text, std::optional<double>& into) {
    if (text.empty()) return Exit::Fine;
    into = points_of(text);
    if (into) return Exit::Fine;
    return say_usage(fmt::format("`{} {}`: expected points from 0 to 100", option, text),
                     fmt::format("for instance {} 2.5", option));
}

// `PILLAR=POINTS`.
Exit read_pillar(const std::string& text, const dsl::Rulebook& rulebook, Gates& gates) {
    const auto equals = text.find('=');
    const auto points =
        equals == std::string::npos ? std::nullopt : points_of(text.substr(equals + 1));
    if (!points) {
        return say_usage(fmt::format("`--min {}`: expected PILLAR=POINTS, from 0 to 100", text),
                         fmt::format("for instance --min {}=15", rulebook.pillars.front().id));
    }
    const auto name = text.substr(0, equals);
    std::vector<std::string> known;
    for (const auto& pillar : rulebook.pillars)
        known.push_back(pillar.id);
    const auto found = std::find(known.begin(), known.end(), name);
    if (found == known.end()) {
        const auto meant = dsl::nearest_name(name, known);
        return say_usage(fmt::format("`--min {}`: no pillar `{}`", text, name),
                         meant ? fmt::format("did you mean `{}`?", *meant)
                               : fmt::format("the pillars are {}", fmt::join(known, ", ")));
    }
    const auto index = static_cast<std::size_t>(found - known.begin());
    for (const auto& gate : gates.min_pillars) {
        if (gate.pillar == index)
            return say_usage(fmt::format("`--min {}`: the pillar stands there twice", text), {});
    }
    gates.min_pillars.push_back({index, *points});
    return Exit::Fine;
}

Exit read_pillars(const Options& options, const dsl::Rulebook& rulebook, Gates& gates) {
    for (const auto& text : options.min_pillars) {
        if (const auto end = read_pillar(text, rulebook, gates); end != Exit::Fine) return end;
    }
    std::sort(gates.min_pillars.begin(), gates.min_pillars.end(),
              [](const auto& a, const auto& b) { return a.pillar < b.pillar; });
    return Exit::Fine;
}

Exit read_fail_on(const Options& options, Gates& gates) {
    gates.no_caution = options.fail_on == "caution";
    if (options.fail_on.empty() || gates.no_caution) return Exit::Fine;
    return say_usage(fmt::format("`--fail-on {}`: expected caution", options.fail_on),
                     "scores have --min-score, --min and --max-drop");
}

}  // namespace

std::variant<Gates, Exit> read_gates(const Options& options, const dsl::Rulebook& rulebook,
                                     const std::string& sha256) {
    Gates gates;
    for (const auto end : {read_points("--min-score", options.min_score, gates.min_score),
                           read_points("--max-drop", options.max_drop, gates.max_drop),
                           read_pillars(options, rulebook, gates), read_fail_on(options, gates)}) {
        if (end != Exit::Fine) return end;
    }
    if (options.baseline.empty()) return gates;
    auto baseline = read_baseline(options.baseline, rulebook, sha256);
    if (!baseline) return Exit::Data;
    gates.baseline = std::move(*baseline);
    return gates;
}

}  // namespace colonnade::cli
