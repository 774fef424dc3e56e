// SPDX-License-Identifier: Apache-2.0
// The C++ SDK for plugins: standard library only, headers only. A function is a `sdk::Function`
// constant and the code that computes it, a source is a class; `sdk::plugin` makes the entry.
// Reading order: columns, call, host, describe, definition, functions, source, plugin; the rest are
// helpers.
#pragma once

#include "colonnade/sdk/calendar.hpp"
#include "colonnade/sdk/call.hpp"
#include "colonnade/sdk/columns.hpp"
#include "colonnade/sdk/definition.hpp"
#include "colonnade/sdk/describe.hpp"
#include "colonnade/sdk/distinct.hpp"
#include "colonnade/sdk/functions.hpp"
#include "colonnade/sdk/guard.hpp"
#include "colonnade/sdk/host.hpp"
#include "colonnade/sdk/letters.hpp"
#include "colonnade/sdk/plugin.hpp"
#include "colonnade/sdk/source.hpp"
#include "colonnade/sdk/stream.hpp"
#include "colonnade/sdk/tokens.hpp"
#include "colonnade/sdk/weeks.hpp"
#include "colonnade/sdk/word_index.hpp"
