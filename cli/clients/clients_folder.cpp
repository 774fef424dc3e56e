// SPDX-License-Identifier: Apache-2.0
#include "cli/clients/clients_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/clients/client_name.hpp"
#include "cli/html/rating.hpp"
#include "cli/render/canvas.hpp"
#include "cli/score/render_person.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

// Of an id in a message, in cells of a terminal.
constexpr std::size_t MostIdWidth = 60;

namespace fs = std::filesystem;

constexpr auto PageName = "index.html";

// Behind all links.
std::string real_path(const std::string& path) {
    std::error_code error;
    return fs::weakly_canonical(path, error).string();
}

ClientRow row_of(const PersonResult& person) {
    auto result = person.result;
    engine::round_result(result, GateDecimals);
    ClientRow row;
    row.id = result.profile;
    row.score = result.score;
    row.low = result.low;
    row.high = result.high;
    row.assessed = result.assessed;
    row.rating = rating_marks(result);
    for (const auto& pillar : result.pillars)
        row.pillars.push_back(pillar.points);
    for (const auto& caution : result.cautions)
        row.cautions.push_back(caution.title);
    for (const auto& tip : result.tips) {
        if (!tip.gain || (row.best_gain && *row.best_gain >= *tip.gain)) continue;
        row.best_gain = tip.gain;
        row.best_tip = tip.text;
    }
    row.gates_missed = static_cast<std::size_t>(
        std::count_if(person.gates.begin(), person.gates.end(),
                      [](const GateResult& gate) { return !gate.passed; }));
    return row;
}

}  // namespace

ClientsFolder::ClientsFolder(std::string path, std::vector<Format> formats, const Options& options,
                             const Session& session)
    : path_(std::move(path)), formats_(std::move(formats)), options_(options) {
    for (const auto& data : options.data)
        data_.insert(real_path(data));
    const auto& rulebook = session.loaded.rulebook;
    page_.language = session.language;
    page_.rulebook = rulebook.title.in(session.language);
    for (const auto& pillar : rulebook.pillars)
        page_.pillars.emplace_back(pillar.title.in(session.language));
}

bool ClientsFolder::shows_history() const {
    return std::find(formats_.begin(), formats_.end(), Format::Html) != formats_.end();
}

void ClientsFolder::take(const PersonResult& person) {
    if (exit_ == Exit::Output && !is_made_) return;
    if (!is_made_ && !make_folder()) return;
    const auto name = client_name(person.result.profile);
    if (!is_free(person, name)) return;
    page_.has_gates = page_.has_gates || !person.gates.empty();
    page_.clients.push_back(row_of(person));
    write_files(person, name);
}

void ClientsFolder::miss(const Unread& unread) {
    page_.unread.push_back(unread);
}

bool ClientsFolder::make_folder() {
    std::error_code error;
    fs::create_directories(path_, error);
    std::error_code ignored;
    is_made_ = fs::is_directory(path_, ignored);
    if (is_made_) return true;
    say_error(engine::file_problem("write", path_, error ? error.value() : ENOTDIR).message);
    exit_ = graver(exit_, Exit::Output);
    return false;
}

std::string ClientsFolder::path_of(const std::string& file) const {
    return (fs::path(path_) / file).string();
}

bool ClientsFolder::is_free(const PersonResult& person, const std::string& name) {
    const auto [at, is_new] = taken_.emplace(same_name_key(name), person.place);
    if (!is_new) {
        refuse(person, fmt::format("the id `{}` is that of `{}` already",
                                   dsl::cut_to_width(clean(person.result.profile), MostIdWidth),
                                   clean(at->second)));
        return false;
    }
    for (const auto format : formats_) {
        const auto path = path_of(fmt::format("{}.{}", name, ending_of(format)));
        if (!data_.contains(real_path(path))) continue;
        refuse(person, fmt::format("its result would take the place of `{}`", clean(path)));
        return false;
    }
    return true;
}

void ClientsFolder::refuse(const PersonResult& person, const std::string& why) {
    say_error(fmt::format("`{}`: {}", clean(person.place), why));
    page_.unread.push_back({person.place, why});
    exit_ = graver(exit_, Exit::Data);
}

void ClientsFolder::write_files(const PersonResult& person, const std::string& name) {
    for (const auto format : formats_) {
        auto file = fmt::format("{}.{}", name, ending_of(format));
        const PersonStyle style{options_.details || options_.explain};
        const auto end = write_file(path_of(file), render_person(person, format, style));
        exit_ = graver(exit_, end);
        if (end == Exit::Fine)
            page_.clients.back().files.push_back({name_of(format), std::move(file)});
    }
}

Exit ClientsFolder::finish() {
    if (!is_made_ && (exit_ == Exit::Output || page_.unread.empty() || !make_folder()))
        return exit_;
    return graver(exit_, write_file(path_of(PageName), render_clients(page_)));
}

}  // namespace colonnade::cli
