// SPDX-License-Identifier: Apache-2.0
// Brings rules that are a byte longer than they may be.
#include "endless.hpp"

extern "C" {
const colonnade_plugin colonnade_plugin_entry =
    colonnade::tests::entry_of("longer-rules", colonnade::tests::offer_endless<1024 * 1024 + 1>);
}
