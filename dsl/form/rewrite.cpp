// SPDX-License-Identifier: Apache-2.0
#include "dsl/form/rewrite.hpp"

#include "dsl/yaml/quote.hpp"

namespace colonnade::dsl {
namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

}  // namespace

std::vector<Edit> rewrite(const Source& source, const Node& scalar, std::string_view text) {
    if (!scalar.verbatim || text.find('\n') != text.npos) return {};
    if (!scalar.quoted) return {{scalar.span, as_scalar(text, scalar.in_flow)}};
    const auto before = scalar.span.begin > 0 ? source.text()[scalar.span.begin - 1] : ' ';
    if (before == '"') return {{scalar.span, escaped(text)}};
    if (before == '\'') return {{scalar.span, doubled(text, '\'')}};
    return {{scalar.span, std::string(text)}};
}

}  // namespace colonnade::dsl
