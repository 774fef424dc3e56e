// SPDX-License-Identifier: Apache-2.0
#include "cli/render/origins.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "dsl/text/unicode.hpp"

namespace colonnade::cli {
namespace {

// Cells for the value; the file stands behind it on the same line where the path is not too long.
constexpr std::size_t WidestValue = 32;

class Origins {
public:
    explicit Origins(const dsl::Document& document) : document_(document) {}

    // A tree is at most 32 deep.
    void add(const std::string& path, const dsl::Node& node) {  // NOLINT(misc-no-recursion)
        for (const auto& [key, value] : node.entries)
            add(path.empty() ? key.text : path + "." + key.text, value);
        if (node.kind == dsl::NodeKind::List) {
            std::string items;
            for (const auto& item : node.items)
                items += (items.empty() ? "" : ", ") + item.text;
            line(path, "[" + items + "]", node.span);
        } else if (node.kind != dsl::NodeKind::Map) {
            line(path, node.text, node.span);
        }
    }

    std::string take() { return std::move(out_); }

private:
    void line(const std::string& path, const std::string& value, dsl::Span span) {
        const auto& source = *document_.sources.at(span.file);
        const auto shown = dsl::cut_to_width(dsl::visible(value), WidestValue);
        const auto blanks = WidestValue - std::min(WidestValue, dsl::display_width(shown));
        out_ += fmt::format("{}\n    {}{}  {}:{}\n", dsl::visible(path), shown,
                            std::string(blanks, ' '),
                            dsl::visible(std::filesystem::path(source.name()).filename().string()),
                            source.place(span.begin).line);
    }

    const dsl::Document& document_;
    std::string out_;
};

}  // namespace

std::string render_origins(const dsl::Document& document) {
    Origins origins(document);
    origins.add("", document.root);
    return origins.take();
}

}  // namespace colonnade::cli
