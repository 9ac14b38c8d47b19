//! The binary: hooks, the command line, the exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    breachbook::store::platform::report_failures();
    breachbook::store::platform::harden();
    ExitCode::from(breachbook::cli::run(std::env::args_os()))
}
