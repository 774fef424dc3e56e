// SPDX-License-Identifier: Apache-2.0
// Brings rules that are as long as they may be.
#include "endless.hpp"

extern "C" {
const colonnade_plugin colonnade_plugin_entry =
    colonnade::tests::entry_of("long-rules", colonnade::tests::offer_endless<1024 * 1024>);
}
