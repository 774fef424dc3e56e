// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/host/support.hpp"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace colonnade::tests {

namespace fs = std::filesystem;

TempFolder::TempFolder() {
    auto pattern = (fs::temp_directory_path() / "colonnade-host-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = fs::canonical(pattern);
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

fs::path TempFolder::write(const std::string& name, const std::string& content) const {
    const auto file = path_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    return file;
}

void TempFolder::add_plugins(std::initializer_list<const char*> ids) const {
    for (const auto* id : ids)
        fs::copy_file(module_of(id), path_ / module_of(id).filename());
}

fs::path module_of(const std::string& id) {
    return fs::path(COLONNADE_MODULES) / (id + ".so");
}

}  // namespace colonnade::tests
