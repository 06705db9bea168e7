// The files that a worker finds open when it starts. There are no others.
#pragma once

namespace remit::plugins {

inline constexpr int channel_descriptor = 3;   // frames from and to the host
inline constexpr int library_descriptor = 4;   // the sealed copy
inline constexpr int page_descriptor = 5;      // the shared page
inline constexpr int first_file_descriptor = 6;   // sealed copies of the files that the plug-in is given, in order

}  // namespace remit::plugins
