// SPDX-License-Identifier: Apache-2.0
// Readers of single values: text in, value out, a finding where it does not fit.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "dsl/form/reader.hpp"
#include "dsl/text/nearest_name.hpp"

namespace colonnade::dsl {

std::string read_text(const Form& form, const Node& node, Span key) {
    if (node.refused) return {};
    if (node.kind == NodeKind::Scalar) return node.text;
    if (node.kind == NodeKind::Empty) {
        form.report(Code::WrongShape, key, "nothing stands here, expected a text");
    } else {
        form.report(Code::WrongShape, node.span,
                    fmt::format("found {}, expected a text", text_of(node.kind)),
                    "a text that starts with a bracket needs quotes");
    }
    return {};
}

std::string read_filled_text(const Form& form, const Node& node, Span key) {
    auto text = read_text(form, node, key);
    if (text.empty() && node.kind == NodeKind::Scalar && !node.refused)
        form.report(Code::WrongValue, key, "an empty text stands here, expected a value");
    return text;
}

double read_number(const Form& form, const Node& node, Span key) {
    const auto text = read_filled_text(form, node, key);
    if (text.empty()) return 0;
    double value = 0;
    const auto* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value, std::chars_format::fixed);
    if (result.ec == std::errc{} && result.ptr == end && std::isfinite(value) && value >= 0)
        return value;
    form.report(Code::WrongValue, node.span,
                fmt::format("found `{}`, expected a number from 0 on", text),
                text.find(',') == std::string::npos ? "" : "write decimals with a point: `2.5`");
    return 0;
}

bool read_true_false(const Form& form, const Node& node, Span key) {
    const auto text = read_filled_text(form, node, key);
    if (text == "true" || text == "false" || text.empty()) return text == "true";
    const bool yes = text == "yes" || text == "on";
    const bool no = text == "no" || text == "off";
    form.report(Code::WrongValue, node.span,
                fmt::format("found `{}`, expected `true` or `false`", text),
                yes  ? "write `true`"
                : no ? "write `false`"
                     : "");
    return false;
}

std::string read_id(const Form& form, const Node& node, Span key) {
    auto text = read_filled_text(form, node, key);
    if (text.empty() || is_id(text)) return text;
    form.report(Code::WrongValue, node.span, fmt::format("`{}` is no id", text),
                "an id is lower case letters, digits and `-`, and starts with a letter");
    return text;
}

std::size_t read_choice(const Form& form, const Node& node, Span key,
                        const std::vector<std::string>& known) {
    const auto text = read_filled_text(form, node, key);
    const auto at = std::find(known.begin(), known.end(), text);
    if (at != known.end()) return static_cast<std::size_t>(at - known.begin());
    if (!text.empty()) {
        form.report(Code::WrongValue, node.span,
                    fmt::format("found `{}`, expected one of `{}`", text, fmt::join(known, "`, `")),
                    nearest_name(text, known) ? did_you_mean(text, known) : "");
    }
    return 0;
}

Texts read_texts(const Form& form, const Node& node, Span key) {
    Texts texts;
    if (node.refused) return texts;
    if (node.kind != NodeKind::Map) {
        form.report(Code::WrongShape, key,
                    fmt::format("found {}, expected one for each language: `{}`",
                                text_of(node.kind), fmt::join(form.languages, "`, `")),
                    "each language stands on a line of its own below, such as `en: …`");
        return texts;
    }
    MapReader map(form, node, key, TextsKeys, "a text");
    for (const auto& language : form.languages) {
        const auto* value = map.optional(language);
        if (value == nullptr) {
            form.report(Code::MissingLanguage, key,
                        fmt::format("the text in `{}` is missing", language));
        } else {
            texts.set(language, read_text(form, *value, map.key_span(language)));
        }
    }
    map.finish();
    return texts;
}

const std::vector<Entry>& read_entries(const Form& form, const Node& node, Span key,
                                       std::string_view what) {
    if (node.kind != NodeKind::Map && node.kind != NodeKind::Empty && !node.refused) {
        form.report(Code::WrongShape, key,
                    fmt::format("found {}, expected a map of {}", text_of(node.kind), what));
    }
    return node.entries;
}

std::vector<std::string> read_text_list(const Form& form, const Node& node, Span key) {
    std::vector<std::string> texts;
    if (node.refused) return texts;
    if (node.kind != NodeKind::List) {
        form.report(Code::WrongShape, key,
                    fmt::format("found {}, expected a list such as `[a, b]`", text_of(node.kind)));
        return texts;
    }
    for (const auto& item : node.items)
        texts.push_back(read_text(form, item, item.span));
    return texts;
}

void check_version(const Form& form, MapReader& map) {
    const auto* version = map.required("colonnade");
    if (version == nullptr) return;
    const auto text = read_filled_text(form, *version, map.key_span("colonnade"));
    if (text == "1" || text.empty()) return;
    form.report(Code::WrongVersion, version->span,
                fmt::format("version `{}` of the language, this program reads version 1", text));
}

}  // namespace colonnade::dsl
