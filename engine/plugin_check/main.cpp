// SPDX-License-Identifier: Apache-2.0
// `colonnade-plugin-check CASE FILE FOLDER…`: runs one case on the plugin in FILE, with schemas and
// lists from the FOLDERs, and writes what came out to descriptor 3.
#include "engine/plugin_check/own_functions.hpp"
#include "engine/plugin_check/watch_system_calls.hpp"
#include "engine/validate/run_case.hpp"

int main(int count, char** arguments) {
    using namespace colonnade::engine;
    auto powers = own_functions();
    powers.forbid_system_calls = forbid_system_calls;
    powers.watch_system_calls = watch_system_calls;
    powers.watched_system_calls = watched_system_calls;
    return check_main(count, arguments, powers);
}
