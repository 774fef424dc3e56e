// SPDX-License-Identifier: Apache-2.0
// The part of a rulebook that says which schema the rest needs. Silent about
// everything else: the whole file is read once that is there.
#include "dsl/form/reader.hpp"
#include "dsl/rulebook/read.hpp"

namespace colonnade::dsl {

Header read_header(const Document& document, Diagnostics& diagnostics) {
    Header header;
    const Form form{document.sources, diagnostics};
    if (const auto* id = document.root.find("rulebook")) header.id = id->text;
    if (const auto* schema = document.root.entry("schema")) {
        header.schema = read_filled_text(form, schema->value, schema->key.span);
        header.schema_span = schema->value.span;
        if (!header.schema.empty() && !is_id(header.schema)) {
            report_no_id(form, header.schema_span, "a schema", header.schema);
            header.schema.clear();
        }
    }
    return header;
}

}  // namespace colonnade::dsl
