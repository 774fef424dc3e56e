// SPDX-License-Identifier: Apache-2.0
// What a report is and is not, and by what it was made.
#include <fmt/format.h>

#include "cli/html/escape.hpp"
#include "cli/html/report_parts.hpp"
#include "cli/render/labels.hpp"

namespace colonnade::cli {
namespace {

using engine::Wording;

constexpr Wording About{"Über diesen Bericht", "About this report"};
constexpr Wording Guide{
    "Dieser Bericht ist ein Anhaltspunkt, kein Urteil. Er zählt, was die Daten halten, nach "
    "Regeln, "
    "die Menschen geschrieben haben und die sich nachlesen und ändern lassen. Die Zahl stammt von "
    "keinem Netzwerk, auch nicht von LinkedIn.",
    "This report is a guide, not a verdict. It counts what the data holds, by rules that people "
    "wrote and that can be read and changed. The number comes from no network, and not from "
    "LinkedIn either."};
constexpr Wording Private{
    "Die Datei fragt nirgends etwas an. Alles, was sie zeigt, steht in ihr selbst.",
    "The file asks for nothing anywhere. All that it shows is in the file itself."};
constexpr Wording MadeBy{"Regelwerk {0}, Prüfsumme {1}; Colonnade {2}.",
                         "Rulebook {0}, checksum {1}; Colonnade {2}."};

}  // namespace

std::string about_section(const engine::Result& result) {
    const auto& language = result.language;
    auto html = section_start("about", word(About, language), result);
    html += fmt::format("<p>{}</p>\n", word(Guide, language));
    if (!result.note.empty()) html += fmt::format("<p>{}</p>\n", escape_html(result.note));
    if (!result.stated.empty()) {
        html += fmt::format("<p>{}: {}.</p>\n", escape_html(labels_in(language).stated),
                            escape_html(fmt::format("{}", fmt::join(result.stated, ", "))));
    }
    return html +
           fmt::format("<p class=\"quiet\">{} {}</p>\n</section>\n", word(Private, language),
                       escape_html(engine::worded(
                           MadeBy, language,
                           {result.rulebook, result.sha256.substr(0, 12), COLONNADE_VERSION})));
}

}  // namespace colonnade::cli
