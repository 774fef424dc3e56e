// SPDX-License-Identifier: Apache-2.0
#include "cli/check_image.hpp"

#include <fmt/format.h>

#include "cli/terminal.hpp"
#include "dsl/text/encoding.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/host/plugin_lock.hpp"
#include "engine/load/digest.hpp"
#include "engine/load/file.hpp"
#include "engine/load/image.hpp"

namespace colonnade::cli {
namespace {

bool differs_on_disk(const engine::Input& input) {
    if (input.of_plugin) return false;
    auto content = engine::read_file(input.source->name(), dsl::MostFileBytes);
    auto* text = std::get_if<std::string>(&content);
    return text != nullptr && dsl::Source("", std::move(*text)).text() != input.source->text();
}

}  // namespace

bool wants_image(const Options& options) {
    return engine::is_image_name(options.output);
}

bool can_be_image(const Options& options) {
    if (options.data.size() == 1 && !options.origins) return true;
    say_error(options.origins
                  ? "`--origins` is a text and no image"
                  : fmt::format("an image is one rulebook; found {}", options.data.size()),
              "colonnade check my-rules.yaml -o my-rules.colc");
    return false;
}

Exit write_image(const Options& options, const std::string& name,
                 const engine::LoadedRulebook& loaded) {
    const auto bytes = engine::Image(name, loaded.inputs).encode();
    if (const auto* problem = std::get_if<engine::ImageProblem>(&bytes)) {
        say_error(problem->message, problem->help);
        return Exit::Output;
    }
    return write_file(options.output, std::get<std::string>(bytes));
}

std::string contents_of_image(const engine::LoadedRulebook& loaded) {
    auto text = fmt::format("{} holds\n", dsl::visible(loaded.files.front().string()));
    for (const auto& input : loaded.inputs) {
        text += fmt::format("  {}  {}\n", engine::short_hash(engine::sha256(input.source->text())),
                            dsl::visible(input.source->name()));
    }
    return text;
}

bool warn_of_changes(const engine::LoadedRulebook& loaded) {
    bool changed = false;
    for (const auto& input : loaded.inputs) {
        if (!differs_on_disk(input)) continue;
        changed = true;
        say_warning(
            fmt::format("`{}` has changed since `{}` was made", input.source->name(),
                        loaded.files.front().string()),
            "what was the case then holds; `colonnade check RULEBOOK -o FILE.colc` makes it "
            "again");
    }
    return changed;
}

}  // namespace colonnade::cli
