// SPDX-License-Identifier: Apache-2.0
#include "dsl/format/format.hpp"

#include <algorithm>
#include <stdexcept>

#include "dsl/format/lay_out.hpp"
#include "dsl/format/rewrite.hpp"
#include "dsl/format/tokens.hpp"
#include "dsl/text/encoding.hpp"
#include "dsl/yaml/read.hpp"

namespace colonnade::dsl {
namespace {

struct Draft {
    std::shared_ptr<const Source> source;
    std::unique_ptr<const Node> root;  // the tokens point into it
    YamlTokens tokens;
};

void report(Code code, const std::shared_ptr<const Source>& source, std::size_t at,
            std::string message, std::string help, Diagnostics& diagnostics) {
    const auto begin = static_cast<std::uint32_t>(at);
    const auto size = static_cast<std::uint32_t>(source->text().size());
    diagnostics.report(
        {code, source, {begin, std::min(begin + 1, size)}, std::move(message), std::move(help)});
}

std::optional<Draft> read_draft(std::shared_ptr<const Source> source, Diagnostics& diagnostics) {
    const auto errors = diagnostics.errors();
    auto root = read_yaml(source, diagnostics);
    if (!root || diagnostics.errors() > errors) return std::nullopt;
    if (root->kind == NodeKind::Scalar) {
        report(Code::WrongShape, source, root->span.begin, "found a text, expected a map", "",
               diagnostics);
        return std::nullopt;
    }
    Draft draft{std::move(source), std::make_unique<const Node>(std::move(*root)), {}};
    auto tokens = tokenize(draft.source->text(), *draft.root);
    if (const auto* stuck = std::get_if<Stuck>(&tokens)) {
        report(Code::YamlFeature, draft.source, stuck->at,
               "a form of YAML that the language does not use", "write `key: value`, one in a line",
               diagnostics);
        return std::nullopt;
    }
    draft.tokens = std::move(std::get<YamlTokens>(tokens));
    return draft;
}

// False, and reported, where YAML sees letters in what an editor does not even show.
bool check_invisible(const std::shared_ptr<const Source>& source, Diagnostics& diagnostics) {
    const auto text = source->text();
    const auto start = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    if (text.substr(start).starts_with("\xEF\xBB\xBF")) {
        report(Code::ControlCharacter, source, start,
               "a byte order mark behind the start of the file", "delete it", diagnostics);
        return false;
    }
    for (auto at = text.find('\r'); at != text.npos; at = text.find('\r', at + 1)) {
        if (text.substr(at + 1, 1) == "\n") continue;
        report(Code::ControlCharacter, source, at, "a carriage return without a line feed",
               "save the file with the line breaks of Unix or Windows", diagnostics);
        return false;
    }
    return true;
}

// The source with line feeds only, also at its end: yaml-cpp takes blanks in a last line without
// one for text.
std::shared_ptr<const Source> with_line_feeds(const std::shared_ptr<const Source>& source) {
    const auto text = source->text();
    std::vector<Edit> edits;
    for (auto at = text.find('\r'); at != text.npos; at = text.find('\r', at + 1)) {
        const auto begin = static_cast<std::uint32_t>(at);
        edits.push_back({{begin, begin + 1}, ""});
    }
    const auto end = static_cast<std::uint32_t>(text.size());
    if (!text.ends_with('\n')) edits.push_back({{end, end}, "\n"});
    return std::make_shared<const Source>(source->name(), apply_edits(text, std::move(edits)));
}

std::optional<Draft> edited(const Draft& draft, std::vector<Edit> edits) {
    Diagnostics diagnostics;
    return read_draft(
        std::make_shared<const Source>(draft.source->name(),
                                       apply_edits(draft.source->text(), std::move(edits))),
        diagnostics);
}

std::vector<std::string_view> comments_of(const Draft& draft) {
    std::vector<std::string_view> comments;
    for (const auto& token : draft.tokens.all) {
        if (token.kind == YamlTokenKind::Comment)
            comments.push_back(draft.source->text().substr(token.begin, token.end - token.begin));
    }
    return comments;
}

// That the layout says the same is a promise to everybody who has a file laid out unseen.
Draft laid_out(const Draft& draft) {
    auto next = edited(draft, lay_out(draft.source->text(), draft.tokens));
    if (next && say_the_same(*draft.root, *next->root) && comments_of(draft) == comments_of(*next))
        return std::move(*next);
    throw std::logic_error("the layout of `" + draft.source->name() + "` changes what it says");
}

// From the outside inwards, each time laid out, so that the next run begins where this one ends.
// Whatever would say something else stays as it was typed.
void rewrite_all(Draft& draft) {
    for (;;) {
        auto edits = rewrite(draft.source->text(), *draft.root, draft.tokens);
        if (edits.empty()) return;
        auto next = edited(draft, std::move(edits));
        if (!next || !say_the_same(*draft.root, *next->root)) return;
        draft = laid_out(*next);
    }
}

}  // namespace

std::optional<std::string> lay_out_file(const std::shared_ptr<const Source>& source,
                                        Diagnostics& diagnostics) {
    if (!check_encoding(source, diagnostics) || !check_invisible(source, diagnostics))
        return std::nullopt;
    auto draft = read_draft(with_line_feeds(source), diagnostics);
    if (!draft) return std::nullopt;
    *draft = laid_out(*draft);
    rewrite_all(*draft);
    return std::string(draft->source->text());
}

}  // namespace colonnade::dsl
