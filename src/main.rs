//! `omotenashi`: the only binary.

use std::process::ExitCode;

fn main() -> ExitCode {
    omotenashi::cli::run()
}
