// SPDX-License-Identifier: Apache-2.0
// Changes what belongs to the whole process: locale and environment when it starts, open files
// when it is called.
#include <fcntl.h>

#include <clocale>

#include "checked.hpp"

namespace colonnade::tests {
namespace {

std::int32_t start_loudly(const colonnade_host*, colonnade_error*) {
    std::setlocale(LC_CTYPE, "C.UTF-8");
    ::setenv("COLONNADE_CHANGED", "yes", 1);
    return COLONNADE_OK;
}

std::int32_t open_a_file(void*, const colonnade_batch* batch, colonnade_output* out,
                         colonnade_error*) {
    static const int file = ::open("/proc/self/status", O_RDONLY);
    set_all(*batch, *out, file >= 0 ? 1 : 0);
    return COLONNADE_OK;
}

constexpr TestFunction Functions[] = {counts("opens_a_file", open_a_file, TakesAmount)};

}  // namespace
}  // namespace colonnade::tests

CHECKED_ENTRY("changes-process", colonnade::tests::start_loudly, end,
              colonnade::tests::Offer<colonnade::tests::Functions>::get)
