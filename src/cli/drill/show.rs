//! `drill show`: an exercise as a projector shows it.

use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::place::Place;
use crate::cli::reading::Reading;
use crate::cli::screen::run_on;
use crate::journal::Mode;
use crate::tui::Start;
use clap::Args;
use std::path::PathBuf;

/// Arguments of `drill show`.
#[derive(Args, Debug)]
pub struct ShowArgs {
    /// The folder of the exercise, or the short name that `list` shows.
    #[arg(value_name = "CASE")]
    case: PathBuf,
}

/// Shows it, read only; the script is never opened.
pub fn show(args: &ShowArgs, light: bool, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let Reading { folder, mode, .. } = Reading::of(place, &args.case)?;
    place.players()?;
    let name = folder.name();
    if mode == Mode::Live {
        return Err(Failure::refused(
            format!("{name} is LIVE, and nothing of a live case is put on a projector."),
            "`breachbook open` shows it to those who work on it.",
        ));
    }
    let instead = format!("`breachbook status {name}` prints where the exercise stands.");
    run_on(Start::Projector(folder), place, String::new(), (light, false), &instead, console)
}
