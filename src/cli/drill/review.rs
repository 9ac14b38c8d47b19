//! `drill review`: after the drill, what is still to be noted, judged, rated and improved; or all of it as JSON.

use super::super::console::{Console, columns};
use super::super::failure::{FINE, Failure, NOT_RECORDED};
use super::super::place::Place;
use crate::contract::drill_review::{Folders, drill_review};
use crate::plain::{StandardInput, Wrapped, after_drill};
use crate::session::drill::Conduct;
use clap::Args;
use std::path::PathBuf;

/// Arguments of `drill review`.
#[derive(Args, Debug)]
pub struct ReviewArgs {
    /// The folder of the exercise, or the short name that `list` shows.
    #[arg(value_name = "CASE")]
    case: PathBuf,
    /// As JSON, schema "drill-review/1"; nothing is asked and nothing recorded.
    #[arg(long)]
    json: bool,
    /// The folder in which control folders lie; without it, the folder control beside the cases.
    #[arg(long, value_name = "DIR")]
    control: Option<PathBuf>,
    /// The person at the keyboard; without it BREACHBOOK_BY, then the login of this computer.
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
}

/// Asks step by step, or prints.
pub fn review(args: &ReviewArgs, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let side = place.facilitator()?;
    let (person, login) = place.recorder(args.by.as_deref())?;
    let folder = place.case(&args.case)?;
    let mut conduct = place
        .leading(args.control.as_deref(), |world| Conduct::open(world, folder, &person, side))?
        .map_err(Failure::from)?;
    if args.json {
        return json(&conduct, console);
    }
    if let Some(login) = login {
        console.remark(&login);
    }
    if let Some(fault) = conduct.fault() {
        console.remark(&fault.to_string());
    }
    if !conduct.account().played.has_ended() {
        console
            .remark("The exercise has not ended. What is noted now counts, and the figures are those of this moment.");
    }
    let mut input = StandardInput::new();
    let reviewed = after_drill(&mut conduct, &mut input, &mut Wrapped::at(console.out, &columns))?;
    let ended = conduct.leave();
    if let Err(error) = &ended {
        console.remark(&error.to_string());
    }
    Ok(if reviewed.not_recorded || ended.is_err() { NOT_RECORDED } else { FINE })
}

fn json(conduct: &Conduct, console: &mut Console<'_>) -> Result<u8, Failure> {
    let (case, control) = (conduct.case(), conduct.control());
    let names = (case.folder().name(), control.folder().name());
    let (case_heads, control_heads) = (case.heads(), control.heads());
    let folders = Folders { case: &names.0, case_heads: &case_heads, control: &names.1, control_heads: &control_heads };
    let account = conduct.account();
    console.json(&drill_review(&account, &conduct.view(), folders))?;
    Ok(FINE)
}
