// SPDX-License-Identifier: Apache-2.0
#include "dsl/format/format.hpp"

#include <algorithm>
#include <stdexcept>

#include "dsl/format/lay_out.hpp"
#include "dsl/format/rewrite.hpp"
#include "dsl/format/tokens.hpp"
#include "dsl/yaml/read.hpp"

namespace colonnade::dsl {
namespace {

struct Draft {
    std::shared_ptr<const Source> source;
    std::unique_ptr<const Node> root;  // the tokens point into it
    Tokens tokens;
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
    Draft draft{std::move(source), std::make_unique<const Node>(std::move(*root)), {}};
    auto tokens = tokenize(draft.source->text(), *draft.root);
    if (const auto* stuck = std::get_if<Stuck>(&tokens)) {
        report(Code::YamlFeature, draft.source, stuck->at,
               "a form of YAML that the language does not use", "write `key: value`, one in a line",
               diagnostics);
        return std::nullopt;
    }
    draft.tokens = std::move(std::get<Tokens>(tokens));
    return draft;
}

// The source with line breaks of one kind. To YAML a carriage return alone is a letter.
std::shared_ptr<const Source> with_plain_breaks(const std::shared_ptr<const Source>& source,
                                                Diagnostics& diagnostics) {
    const auto text = source->text();
    std::vector<Edit> edits;
    for (auto at = text.find('\r'); at != text.npos; at = text.find('\r', at + 1)) {
        if (text.substr(at + 1, 1) != "\n") {
            report(Code::ControlCharacter, source, at, "a carriage return without a line feed",
                   "save the file with the line breaks of Unix or Windows", diagnostics);
            return nullptr;
        }
        const auto begin = static_cast<std::uint32_t>(at);
        edits.push_back({{begin, begin + 1}, ""});
    }
    if (edits.empty()) return source;
    return std::make_shared<const Source>(source->name(), apply_edits(text, std::move(edits)));
}

std::optional<Draft> edited(const Draft& draft, std::vector<Edit> edits) {
    Diagnostics diagnostics;
    return read_draft(
        std::make_shared<const Source>(draft.source->name(),
                                       apply_edits(draft.source->text(), std::move(edits))),
        diagnostics);
}

// Rewrites from the outside inwards, as long as the file says the same.
void rewrite_all(Draft& draft) {
    for (;;) {
        auto edits = rewrite(draft.source->text(), *draft.root, draft.tokens);
        if (edits.empty()) return;
        auto next = edited(draft, std::move(edits));
        if (!next || !say_the_same(*draft.root, *next->root)) return;
        draft = std::move(*next);
    }
}

std::vector<std::string_view> comments_of(const Draft& draft) {
    std::vector<std::string_view> comments;
    for (const auto& token : draft.tokens.all) {
        if (token.kind == TokenKind::Comment)
            comments.push_back(draft.source->text().substr(token.begin, token.end - token.begin));
    }
    return comments;
}

}  // namespace

std::optional<std::string> lay_out_file(const std::shared_ptr<const Source>& source,
                                        Diagnostics& diagnostics) {
    auto before = read_yaml(source, diagnostics);
    if (!before || diagnostics.has_errors()) return std::nullopt;
    const auto plain = with_plain_breaks(source, diagnostics);
    if (!plain) return std::nullopt;
    auto draft = read_draft(plain, diagnostics);
    if (!draft) return std::nullopt;
    const auto comments = comments_of(*draft);
    rewrite_all(*draft);
    const auto after = edited(*draft, lay_out(draft->source->text(), draft->tokens));
    if (!after || !say_the_same(*before, *after->root) || comments != comments_of(*after))
        throw std::logic_error("the layout of `" + source->name() + "` would change what it says");
    return std::string(after->source->text());
}

}  // namespace colonnade::dsl
