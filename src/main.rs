//! `omotenashi`: the only binary.

use std::process::ExitCode;

/// Pages are made of many short strings; this allocates them for less than the C library does.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    omotenashi::cli::run()
}
