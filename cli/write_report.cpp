// SPDX-License-Identifier: Apache-2.0
#include "cli/write_report.hpp"

#include "cli/render/import_report.hpp"
#include "cli/terminal.hpp"

namespace colonnade::cli {

Exit write_report(const Options& options, const std::optional<ImportReport>& report) {
    if (!report) {
        say_note("the source gave no report that can be read");
        return Exit::Fine;
    }
    if (options.report.empty()) {
        say(render_import_report(*report, wants_color(options, 2)));
        return Exit::Fine;
    }
    const bool is_json = options.report.ends_with(".json");
    return write_file(options.report, is_json ? render_import_report_json(*report)
                                              : render_import_report(*report, false));
}

}  // namespace colonnade::cli
