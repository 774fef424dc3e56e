// SPDX-License-Identifier: Apache-2.0
// Takes its time while it is loaded.
#include <chrono>
#include <thread>

#include "checked.hpp"

namespace {

const bool waited = [] {
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    return true;
}();

}  // namespace

CHECKED_ENTRY("slow-load", start, end, colonnade::tests::Offer<colonnade::tests::JustOne>::get)
