//! `walk`: the plain walk on standard input and output.

use super::console::Console;
use super::failure::{FINE, Failure, NOT_RECORDED};
use super::place::Place;
use super::real_case;
use crate::plain::{self, StandardInput};
use crate::session::Oddity;
use crate::session::saving::Saving;
use clap::Args;
use std::path::PathBuf;

/// Arguments of `walk`.
#[derive(Args, Debug)]
pub struct WalkArgs {
    /// Its folder, or the short name that `list` shows.
    #[arg(value_name = "CASE")]
    case: PathBuf,
    /// As plain lines. This is the only form of `walk`; `open` has the full screen.
    #[arg(long)]
    plain: bool,
    /// The person at the keyboard; without it BREACHBOOK_BY, and where nobody is named the walk asks.
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
}

/// Walks until the input ends.
pub fn walk(args: &WalkArgs, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let person = place.person(args.by.as_deref())?;
    let mut session = place.session(&args.case, &person, console)?;
    // Of unfinished writes `verify` tells.
    for odd in session.odd().iter().filter(|odd| !matches!(odd, Oddity::Unfinished(..))) {
        console.remark(&odd.to_string());
    }
    session.keep_reserve();
    let saving = Saving::default();
    #[cfg(unix)]
    plain::watch(&saving, plain::Idle::GoesOn);
    let mut input = StandardInput::new();
    let mut ending = plain::walk(&mut session, place.login(), &saving, &mut input, console.out)?;
    if ending.real
        && let Some(mut live) = real_case::begin(&session, place, &saving, &mut input, console)?
    {
        ending = plain::walk(&mut live, place.login(), &saving, &mut input, console.out)?;
    }
    ended(&ending, "Record it again, or write it on paper with the time.", console)
}

/// What a run that recorded line by line comes to; `again` says what to do where the last try failed. Why it did was said.
pub(super) fn ended(ending: &plain::Ending, again: &str, console: &mut Console<'_>) -> Result<u8, Failure> {
    if let Some(error) = &ending.not_ended {
        console.remark(&error.to_string());
    }
    match (ending.not_recorded, &ending.not_ended) {
        (false, None) => Ok(FINE),
        (false, Some(_)) => Ok(NOT_RECORDED),
        (true, _) => Err(Failure::NotRecorded {
            message: "What you tried to record last was not confirmed on the disk.".into(),
            hint: again.into(),
        }),
    }
}
