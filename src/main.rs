//! The binary: hooks, the command line, the exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    // Without this hook an unexpected failure is reported in plainer words; nothing else depends on it.
    let _ = color_eyre::install();
    breachbook::store::platform::harden();
    ExitCode::from(breachbook::cli::run(std::env::args_os()))
}
