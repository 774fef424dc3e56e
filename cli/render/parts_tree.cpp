// SPDX-License-Identifier: Apache-2.0
#include "cli/render/parts_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/render/canvas.hpp"
#include "cli/render/labels.hpp"
#include "engine/phrase/wording.hpp"

namespace colonnade::cli {
namespace {

using engine::ExplainedPart;
using engine::Wording;

constexpr Wording Entry{"{0} Eintrag", "{0} entry"};
constexpr Wording Entries{"{0} Einträge", "{0} entries"};
constexpr Wording In{"{0} dabei", "{0} in"};
constexpr Wording Out{"{0} nicht", "{0} out"};
constexpr Wording Undecided{"{0} unentschieden", "{0} undecided"};
constexpr Wording YesFor{"ja bei {0}", "yes for {0}"};
constexpr Wording NoFor{"nein bei {0}", "no for {0}"};
constexpr Wording KnownFor{"bekannt bei {0}", "known for {0}"};
constexpr Wording UnknownFor{"unbekannt bei {0}", "unknown for {0}"};
constexpr Wording Missing{"{0} (es fehlt: {1})", "{0} (missing: {1})"};
constexpr Wording SeenAbove{"{0} (siehe oben)", "{0} (see above)"};
constexpr Wording When{"wenn {0}", "if {0}"};
constexpr std::size_t PlaceWidth = 9;
// Deeper pieces stand no further to the right, so that there is room for them.
constexpr std::size_t MostIndents = 12;

class Tree {
public:
    Tree(std::string& file, std::string_view language) : file_(file), language_(language) {}

    std::string take() { return std::move(out_); }

    void add(const ExplainedPart& part, std::size_t depth,
             bool condition) {  // NOLINT(misc-no-recursion)
        if (part.file != file_) {
            file_ = part.file;
            const auto name = std::filesystem::path(file_).filename().string();
            out_ += paragraph(std::string(PlaceWidth + 2, ' '), name);
        }
        const auto place = padded_left(fmt::format("{}:{}", part.line, part.column), PlaceWidth);
        const auto indent = std::string(2 * std::min(depth, MostIndents), ' ');
        out_ += paragraph(fmt::format("{}  {}", place, indent), line(part, condition));
        for (const auto& inner : part.parts)
            add(inner, depth + 1, false);
    }

private:
    std::string word(Wording wording, const std::vector<std::string>& parts) const {
        return engine::worded(wording, language_, parts);
    }

    std::string line(const ExplainedPart& part, bool condition) const {
        auto piece = part.define.empty() ? part.piece : part.define;
        if (!part.define.empty() && !part.seen_above) piece += ": " + part.piece;
        if (condition) piece = word(When, {piece});
        if (!part.elements) return fmt::format("{} = {}", piece, value(part));
        return fmt::format("{}: {}", piece,
                           part.seen_above ? word(SeenAbove, {counts(part)}) : counts(part));
    }

    std::string value(const ExplainedPart& part) const {
        auto shown = part.value ? part.shown : std::string(labels_in(language_).unknown_value);
        if (!part.missing.empty()) {
            std::string names;
            for (const auto& fact : part.missing)
                names += fmt::format("{}{}", names.empty() ? "" : ", ", fact.title);
            shown = word(Missing, {shown, names});
        }
        return part.seen_above ? word(SeenAbove, {shown}) : shown;
    }

    std::string counts(const ExplainedPart& part) const {
        if (!part.each && !part.narrowed)
            return word(part.elements->in == 1 ? Entry : Entries,
                        {std::to_string(part.elements->in)});
        const bool yes_no = part.type.is(dsl::Kind::YesNo);
        const auto& in = !part.each ? In : yes_no ? YesFor : KnownFor;
        const auto& out = part.each ? NoFor : Out;
        const auto& open = part.each ? UnknownFor : Undecided;
        auto text = word(in, {std::to_string(part.elements->in)});
        if (part.elements->out > 0 || !part.each)
            text += ", " + word(out, {std::to_string(part.elements->out)});
        if (part.elements->undecided > 0)
            text += ", " + word(open, {std::to_string(part.elements->undecided)});
        return text;
    }

    std::string& file_;
    std::string_view language_;
    std::string out_;
};

}  // namespace

std::string render_parts(const engine::RuleResult& rule, std::string& file,
                         std::string_view language) {
    if (!rule.measure_part) return {};
    Tree tree(file, language);
    tree.add(*rule.measure_part, 0, false);
    if (rule.condition_part) tree.add(*rule.condition_part, 0, true);
    return tree.take();
}

}  // namespace colonnade::cli
