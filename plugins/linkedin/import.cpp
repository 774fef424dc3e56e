// SPDX-License-Identifier: Apache-2.0
#include "import.hpp"

#include "as_of.hpp"
#include "document.hpp"
#include "findings.hpp"
#include "identity.hpp"
#include "presence.hpp"
#include "report.hpp"
#include "sort.hpp"

namespace colonnade::linkedin {

Failure import_export(Container& container, const Inventory& inventory, std::string_view name,
                      const Options& options, Import& result) {
    auto findings = read_files(container, inventory);
    sort_by_time(findings.facts);
    const auto states = decide_presence(findings);
    const auto as_of = find_as_of(options.as_of, name, container, states);
    if (!as_of) {
        return {COLONNADE_UNSUPPORTED,
                "nothing tells the date of this export: no date in its name and no activity in it; "
                "give the date with `--as-of`"};
    }
    const auto id = options.id.empty() ? find_id(name, findings.facts) : options.id;
    result.document = write_document(findings, states, *as_of, id);
    result.report = write_report(findings, states, *as_of);
    return {};
}

}  // namespace colonnade::linkedin
