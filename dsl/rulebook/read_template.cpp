// SPDX-License-Identifier: Apache-2.0
// Texts with placeholders: `<value>`, `<target>`, `<missing post|posts>`, `<gain>`,
// `<weekly_posts>`.
#include <fmt/format.h>

#include "dsl/rulebook/read_parts.hpp"
#include "dsl/text/nearest_name.hpp"

namespace colonnade::dsl {
namespace {

// Words and placeholders of a tip by turns.
constexpr std::size_t UsualParts = 7;

class TemplateReader {
public:
    TemplateReader(ReadContext& context, const Node& node, const Placeholders& allowed)
        : context_(context), node_(node), allowed_(allowed) {}

    std::vector<TemplatePart> read() {
        const std::string_view text = node_.text;
        parts_.reserve(UsualParts);
        std::size_t at = 0;
        while (at < text.size()) {
            const auto open = text.find('<', at);
            add_words(text.substr(at, open == std::string_view::npos ? open : open - at));
            if (open == std::string_view::npos) break;
            const auto close = text.find('>', open);
            if (close == std::string_view::npos) {
                report(open, text.size(), "a `<` without its `>`",
                       "a placeholder is written `<value>`");
                break;
            }
            add_placeholder(text.substr(open + 1, close - open - 1), open, close + 1);
            at = close + 1;
        }
        return std::move(parts_);
    }

private:
    void add_words(std::string_view words) {
        if (!words.empty()) parts_.emplace_back().words = words;
    }

    void report(std::size_t begin, std::size_t end, std::string message, std::string help) {
        const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        context_.form.report(Code::Placeholder, context_.form.inside(node_, span),
                             std::move(message), std::move(help));
    }

    void add_placeholder(std::string_view inside, std::size_t begin, std::size_t end) {
        auto& part = parts_.emplace_back();
        part.words.assign(node_.text, begin, end - begin);
        const auto name = inside.substr(0, inside.find(' '));
        if (!read_forms(inside, part, begin, end) || !resolve(name, part, begin, end))
            return parts_.pop_back();
        warn_of_unit(name, part, begin, end);
    }

    // The two of `missing post|posts`, if there are any.
    bool read_forms(std::string_view inside, TemplatePart& part, std::size_t begin,
                    std::size_t end) {
        const auto blank = inside.find(' ');
        if (blank == std::string_view::npos) return true;
        const auto forms = inside.substr(blank + 1);
        const auto bar = forms.find('|');
        if (bar == std::string_view::npos) {
            report(begin, end, "one form of a word, expected two",
                   "write `<missing post|posts>`: for 1, then for more");
            return false;
        }
        part.singular = forms.substr(0, bar);
        part.plural = forms.substr(bar + 1);
        return true;
    }

    // `0.85 posts more` of a rate: per what? Only counts have no unit.
    void warn_of_unit(std::string_view name, const TemplatePart& part, std::size_t begin,
                      std::size_t end) {
        using What = TemplatePart::What;
        const auto kind = part.what == What::Node ? context_.rulebook.nodes.at(part.node).type.kind
                                                  : allowed_.kind;
        const bool counts = kind == Kind::Number || kind == Kind::Error || part.what == What::Gain;
        // From one moment to another it is days.
        const bool days = part.what == What::Missing && (kind == Kind::Date || kind == Kind::Time);
        if (part.plural.empty() || counts || days) return;
        const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        context_.form.report(Code::PlaceholderUnit, context_.form.inside(node_, span),
                             fmt::format("a word in place of the unit of {}", with_article(kind)),
                             fmt::format("write `<{}>`, which says the unit", name));
    }

    bool resolve(std::string_view name, TemplatePart& part, std::size_t begin, std::size_t end) {
        const auto own = [&](std::string_view known, bool fits, TemplatePart::What what) {
            if (name != known) return false;
            part.what = what;
            if (!fits) report(begin, end, fmt::format("`<{}>` has no meaning here", name), "");
            return true;
        };
        using What = TemplatePart::What;
        if (own("value", allowed_.value, What::Value) ||
            own("target", allowed_.target, What::Target) ||
            own("missing", allowed_.missing, What::Missing) ||
            own("gain", allowed_.gain, What::Gain)) {
            return true;
        }
        auto found = context_.checker.named(std::string(name));
        if (found && found->is_error()) {
            if (auto open = context_.checker.refused()) found = std::move(open);
        }
        if (!found || !found->is_value()) {
            const std::vector<std::string> known{"value", "target", "missing", "gain"};
            if (!found || !found->is_error()) {
                report(begin, end, fmt::format("`<{}>` is no placeholder, fact or define", name),
                       did_you_mean(name, known));
            }
            return false;
        }
        part.what = What::Node;
        part.node = found->node;
        return true;
    }

    ReadContext& context_;
    const Node& node_;
    const Placeholders& allowed_;
    std::vector<TemplatePart> parts_;
};

}  // namespace

std::vector<Template> read_templates(ReadContext& context, const Node& node, Span key,
                                     const Placeholders& allowed) {
    std::vector<Template> templates;
    const auto texts = find_texts(context.form, node, key);
    templates.reserve(texts.size());
    for (const auto& [language, text, content] : texts) {
        if (text->kind != NodeKind::Scalar) continue;
        templates.push_back({*language, TemplateReader(context, *text, allowed).read()});
    }
    return templates;
}

}  // namespace colonnade::dsl
