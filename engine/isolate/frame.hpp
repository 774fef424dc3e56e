// SPDX-License-Identifier: Apache-2.0
// What the program and a plugin's process say to each other, one frame after the other over one
// socket: the program asks, the process answers. Before it answers it may log, and ask for bytes of
// the streams that it was lent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace colonnade::engine {

enum class Message : std::uint32_t {
    // First of all from the process: it runs, with its version; or why not (two texts).
    Started,
    Refused,
    // From the program.
    Functions,
    Rules,
    Selftest,
    MakeFunction,
    DropFunction,
    Call,
    Probe,
    Open,
    Next,
    Report,
    CloseReader,
    // From the process: what was asked for, or why there is none.
    Answer,
    Failed,
    // From the process in between: words for the log, which nobody answers, and reading.
    Log,
    ReadAt,
    EntryName,
    OpenEntry,
    CloseStream,
    // From the program: what was read.
    Read,
};

struct Frame {
    Message message = Message::Answer;
    // Of a question; its answer bears the same.
    std::uint32_t number = 0;
    std::string payload;
};

// The descriptors that a plugin's process starts with, behind the standard ones.
enum : int { ControlDescriptor = 3, LibraryDescriptor, InputDescriptor, OutputDescriptor };

// Columns of one call. A batch holds 8 MiB of facts; what a function is given of them is copied.
inline constexpr std::size_t InputBytes = 64 * 1024 * 1024;
// Results of one call: 65,536 rows of 8 bytes, their bits, and the guards behind both.
inline constexpr std::size_t OutputBytes = 1024 * 1024;
// One bite of a stream.
inline constexpr std::size_t MostReadBytes = 256 * 1024;
// Anything but a document: 1,000 functions described in a few languages take 1 MiB.
inline constexpr std::size_t MostFrameBytes = 16 * 1024 * 1024;

}  // namespace colonnade::engine
