// SPDX-License-Identifier: Apache-2.0
// Readers of single values: text in, value out, a finding where it does not fit.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "dsl/expr/typed_instead.hpp"
#include "dsl/form/reader.hpp"
#include "dsl/form/rewrite.hpp"
#include "dsl/text/nearest_name.hpp"
#include "dsl/text/unicode.hpp"

namespace colonnade::dsl {

namespace {

const std::vector<Edit> NoEdits;
const std::string NoText;

constexpr auto FormOfIds = "an id is lower case letters, digits and `-`, and starts with a letter";

// A number as a curve would have it, written otherwise.
std::optional<std::string> number_meant_by(const std::string& text) {
    auto meant = value_meant_by(text, {0, 1});
    const bool bare = meant && meant->find_first_not_of("0123456789.") == meant->npos &&
                      meant->find("..") == meant->npos;
    return bare ? meant : std::nullopt;
}

template <class Names>
std::size_t choose(const Form& form, const Node& node, Span key, const Names& known) {
    const auto& text = read_filled_text(form, node, key);
    const auto at = std::find(known.begin(), known.end(), text);
    if (at != known.end()) return static_cast<std::size_t>(at - known.begin());
    if (text.empty()) return 0;
    const std::vector<std::string> names(known.begin(), known.end());
    form.report(Code::WrongValue, node.span,
                fmt::format("found `{}`, expected one of `{}`", text, fmt::join(names, "`, `")),
                nearest_name(text, names) ? did_you_mean(text, names) : "");
    return 0;
}

}  // namespace

void warn_of_thousands(const Form& form, Span place, std::string_view number) {
    form.report(Code::MaybeThousands, place,
                fmt::format("`{}` has a point: it is {}, not a thousand times as much", number,
                            number.substr(0, number.find_last_not_of(".0") + 1)),
                "write `1000` for a thousand; of decimals leave out zeros at the end");
}

const std::string& read_text(const Form& form, const Node& node, Span key) {
    if (node.refused) return NoText;
    if (node.kind == NodeKind::Scalar) return node.text;
    if (node.kind == NodeKind::Empty) {
        form.report(Code::WrongShape, key, "nothing stands here, expected a text");
    } else {
        form.report(Code::WrongShape, node.span,
                    fmt::format("found {}, expected a text", text_of(node.kind)),
                    "a text that starts with a bracket needs quotes");
    }
    return NoText;
}

const std::string& read_filled_text(const Form& form, const Node& node, Span key) {
    const auto& text = read_text(form, node, key);
    if (text.empty() && node.kind == NodeKind::Scalar && !node.refused)
        form.report(Code::WrongValue, key, "an empty text stands here, expected a value");
    return text;
}

double read_number(const Form& form, const Node& node, Span key) {
    const auto& text = read_filled_text(form, node, key);
    if (text.empty()) return 0;
    double value = 0;
    const auto* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value, std::chars_format::fixed);
    if (result.ec == std::errc{} && result.ptr == end && std::isfinite(value) && value >= 0) {
        if (is_maybe_thousands(text)) warn_of_thousands(form, node.span, text);
        return value;
    }
    const auto meant = number_meant_by(text);
    form.report(Code::WrongValue, node.span,
                fmt::format("found `{}`, expected a number from 0 on", text),
                meant                                 ? fmt::format("write `{}`", *meant)
                : text.find(',') == std::string::npos ? ""
                                                      : "write decimals with a point: `2.5`",
                {}, meant ? rewrite(*form.source_of(node.span), node, *meant) : NoEdits);
    return 0;
}

bool read_true_false(const Form& form, const Node& node, Span key) {
    const auto& text = read_filled_text(form, node, key);
    if (text == "true" || text == "false" || text.empty()) return text == "true";
    const auto low = lower(text);
    const bool yes = low == "yes" || low == "on" || low == "ja" || low == "true";
    const bool no = low == "no" || low == "off" || low == "nein" || low == "false";
    const std::string meant = yes ? "true" : no ? "false" : "";
    form.report(Code::WrongValue, node.span,
                fmt::format("found `{}`, expected `true` or `false`", text),
                meant.empty() ? "" : fmt::format("write `{}`", meant), {},
                meant.empty() ? NoEdits : rewrite(*form.source_of(node.span), node, meant));
    return false;
}

std::string read_id(const Form& form, const Node& node, Span key) {
    const auto& text = read_filled_text(form, node, key);
    if (!text.empty() && !is_id(text))
        form.report(Code::WrongValue, node.span, fmt::format("`{}` is no id", text), FormOfIds);
    return text;
}

void report_no_id(const Form& form, Span place, std::string_view what, std::string_view text) {
    if (text.find_first_of("./\\") == text.npos) {
        form.report(Code::WrongValue, place, fmt::format("`{}` is no id of {}", text, what),
                    FormOfIds);
        return;
    }
    auto stem = text.substr(text.find_last_of("/\\") + 1);
    stem = stem.substr(0, stem.find('.'));
    form.report(Code::WrongValue, place, fmt::format("{} is named by its id, not by a path", what),
                is_id(stem) ? fmt::format("write `{}`", stem) : std::string(FormOfIds));
}

std::size_t read_choice(const Form& form, const Node& node, Span key,
                        const std::vector<std::string>& known) {
    return choose(form, node, key, known);
}

std::size_t read_choice(const Form& form, const Node& node, Span key,
                        std::span<const std::string_view> known) {
    return choose(form, node, key, known);
}

std::vector<LanguageText> find_texts(const Form& form, const Node& node, Span key) {
    std::vector<LanguageText> texts;
    if (node.refused) return texts;
    if (node.kind != NodeKind::Map) {
        form.report(Code::WrongShape, key,
                    fmt::format("found {}, expected one for each language: `{}`",
                                text_of(node.kind), fmt::join(form.languages, "`, `")),
                    "each language stands on a line of its own below, such as `en: …`");
        return texts;
    }
    texts.reserve(form.languages.size());
    MapReader map(form, node, key, TextsKeys, "a text");
    for (const auto& language : form.languages) {
        const auto* value = map.optional(language);
        if (value == nullptr) {
            form.report(Code::MissingLanguage, key,
                        fmt::format("the text in `{}` is missing", language));
        } else {
            texts.push_back({&language, value, &read_text(form, *value, map.key_span(language))});
        }
    }
    map.finish();
    return texts;
}

Texts read_texts(const Form& form, const Node& node, Span key) {
    Texts texts;
    const auto found = find_texts(form, node, key);
    texts.reserve(found.size());
    for (const auto& [language, content, text] : found)
        texts.set(*language, *text);
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
    const auto& text = read_filled_text(form, *version, map.key_span("colonnade"));
    if (text == "1" || text.empty()) return;
    form.report(Code::WrongVersion, version->span,
                fmt::format("version `{}` of the language, this program reads version 1", text));
}

}  // namespace colonnade::dsl
