// SPDX-License-Identifier: Apache-2.0
// A member snapshot as the files of an archive would be: after this, an export is an export.
#pragma once

#include <memory>
#include <string_view>

#include "container.hpp"
#include "snapshot.hpp"

namespace colonnade::linkedin {

// Whether a text begins like a page of a member snapshot, or like rows by domain.
[[nodiscard]] bool begins_like_snapshot(std::string_view start);

// The same of a file.
[[nodiscard]] bool begins_like_snapshot(const colonnade_stream& stream);

// Whether a folder or zip holds pages of a snapshot and no file of an archive.
[[nodiscard]] bool holds_snapshot(Container& container);

// An archive, a snapshot, or a folder with either or with both of one person. Null with `failure`
// filled where it is neither. The stream must outlive the container.
[[nodiscard]] std::unique_ptr<Container> open_export(const colonnade_stream& stream,
                                                     Failure& failure,
                                                     const SnapshotBounds& most = {});

}  // namespace colonnade::linkedin
