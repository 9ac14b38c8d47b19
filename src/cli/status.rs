//! `status`: where a case stands, for people or as the contract `status/1`.

use super::console::Console;
use super::failure::{FINE, Failure};
use super::place::Place;
use super::reading::Reading;
use crate::contract;
use crate::plain::overview;
use crate::store::platform;
use clap::Args;
use std::path::PathBuf;

/// Arguments of `status`.
#[derive(Args, Debug)]
pub struct StatusArgs {
    /// Its folder, or the short name that `list` shows.
    #[arg(value_name = "CASE")]
    case: PathBuf,
    /// As JSON, schema "status/1".
    #[arg(long)]
    json: bool,
}

/// Prints the status.
pub fn status(args: &StatusArgs, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let reading = Reading::of(place, &args.case)?;
    if args.json || reading.playbook.is_err() {
        reading.warn(console);
    }
    for warning in platform::warnings(reading.folder.path()) {
        console.remark(&warning);
    }
    let phones = place.phones(console);
    if args.json {
        reading.looking(phones.as_ref(), |of, folder| console.json(&contract::status(of, folder)))??;
    } else {
        for line in reading.looking(phones.as_ref(), overview::glance)? {
            console.line(&line)?;
        }
    }
    Ok(FINE)
}
