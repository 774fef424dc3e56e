// SPDX-License-Identifier: Apache-2.0
// An archive and a member snapshot of one person, as one container: the snapshot's tables lie
// beside the archive's, in a place of their own.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "container.hpp"

namespace colonnade::linkedin {

// `pages` are the files of the archive's container that the snapshot was read from, at least one.
// They are no files of it any more.
[[nodiscard]] std::unique_ptr<Container> export_with_snapshot(std::unique_ptr<Container> archive,
                                                              const std::vector<std::size_t>& pages,
                                                              std::unique_ptr<Container> snapshot);

}  // namespace colonnade::linkedin
