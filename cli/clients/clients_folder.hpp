// SPDX-License-Identifier: Apache-2.0
// A folder with the results of many people, a file for each and format, and a page that lists them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/clients/client_row.hpp"
#include "cli/options.hpp"
#include "cli/score/format.hpp"
#include "cli/score/result_out.hpp"
#include "cli/session.hpp"

namespace colonnade::cli {

// Each file is written when its person was scored and replaces that of an earlier run; other files
// in the folder stay. Nobody's file is replaced by that of somebody else of the same run, and no
// file by one that it was made from.
class ClientsFolder final : public ResultOut {
public:
    // All but the path and the formats must outlive this.
    ClientsFolder(std::string path, std::vector<Format> formats, const Options& options,
                  const Session& session);

    [[nodiscard]] bool shows_history() const override;
    void take(const PersonResult& person) override;
    void miss(const Unread& unread) override;
    // Writes the page.
    [[nodiscard]] Exit finish() override;

private:
    [[nodiscard]] bool make_folder();
    [[nodiscard]] bool is_free(const PersonResult& person, const std::string& name);
    [[nodiscard]] std::string path_of(const std::string& file) const;
    void refuse(const PersonResult& person, const std::string& why);
    void write_files(const PersonResult& person, const std::string& name);

    std::string path_;
    std::vector<Format> formats_;
    const Options& options_;
    std::set<std::string> data_;  // where the files of DATA really are
    ClientsPage page_;
    bool is_made_ = false;
    std::map<std::string, std::string> taken_;  // the key of a name to where it came from
    Exit exit_ = Exit::Fine;
};

}  // namespace colonnade::cli
