// SPDX-License-Identifier: Apache-2.0
#include "cli/render/xml.hpp"

#include "cli/render/canvas.hpp"

namespace colonnade::cli {

std::string xml_text(std::string_view text) {
    std::string out;
    const auto safe = clean(text);
    for (std::size_t i = 0; i < safe.size(); ++i) {
        const auto rest = std::string_view(safe).substr(i);
        if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) {
            out += "\xEF\xBF\xBD";
            i += 2;
            continue;
        }
        switch (safe[i]) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += safe[i];
        }
    }
    return out;
}

}  // namespace colonnade::cli
