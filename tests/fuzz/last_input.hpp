// SPDX-License-Identifier: Apache-2.0
// Keeps the input that ends the process: whatever ends it, a sanitizer, a signal, an exception that
// nobody takes or an input that goes on for too long, writes it into a file.
#pragma once

#include <string>
#include <string_view>

namespace colonnade::fuzz {

// To be called once.
void keep_last_input();

// INPUT is about to run, for so many SECONDS at most, and is written into FILE if it ends the
// process. It must stay where it is until the next one, or none, is noted.
void note_input(std::string_view input, std::string file, unsigned seconds);
void note_no_input();

}  // namespace colonnade::fuzz
