// SPDX-License-Identifier: Apache-2.0
#include "cli/html/escape.hpp"

#include "cli/render/xml.hpp"

namespace colonnade::cli {

// What XML needs, and the other quotation mark.
std::string escape_html(std::string_view text) {
    std::string out;
    for (const char c : xml_text(text)) {
        if (c == '\'') {
            out += "&#39;";
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace colonnade::cli
