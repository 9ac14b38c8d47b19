//! `replay`: where a case stood at a moment of its past, for people or as the contract `status/1`.

use super::console::Console;
use super::export::control;
use super::failure::{FINE, Failure};
use super::place::Place;
use super::reading::Reading;
use crate::case::{NoMoment, Upto};
use crate::contract::{self, Folder};
use crate::journal::Seal;
use crate::judge::view::replay::{Replay, Whole};
use crate::page::{drill_lane, replay as page};
use crate::plain::lines;
use crate::plain::replay::told;
use clap::Args;
use std::path::PathBuf;

/// Arguments of `replay`.
#[derive(Args, Debug)]
pub struct ReplayArgs {
    /// Its folder, or the short name that `list` shows.
    #[arg(value_name = "CASE")]
    case: PathBuf,
    /// The moment: a time, such as 02:40 or "22 Nov 02:40", or an entry by its name, such as k4-12; without it, the last entry. In an
    /// exercise a time is one of the exercise.
    #[arg(long, value_name = "WHEN|ENTRY")]
    at: Option<String>,
    /// Only what this run could know by then, by its name, such as k4.
    #[arg(long, value_name = "RUN")]
    seen_by: Option<String>,
    /// As JSON, schema "status/1", with that moment as "as_of".
    #[arg(long)]
    json: bool,
    /// For whoever led the exercise: what was sent, judged and noted by then, beside the case. Never in front of players.
    #[arg(long, conflicts_with = "json")]
    facilitator: bool,
    /// With --facilitator: the folder in which control folders lie; without it, the folder control beside the cases.
    #[arg(long, value_name = "DIR", requires = "facilitator")]
    control: Option<PathBuf>,
}

/// Prints where the case stood.
pub fn replay(args: &ReplayArgs, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let read = if args.facilitator { Reading::of_facilitator } else { Reading::of };
    let reading = read(place, &args.case)?;
    reading.warn(console);
    let phones = place.phones(console).map(|file| file.list).unwrap_or_default();
    let Reading { folder, mode, entries, state, playbook, damage, now, .. } = reading;
    let playbook = playbook?;
    let name = folder.name();
    let read = || control::read(args.control.as_deref(), &folder, &playbook, None, place);
    let control = args.facilitator.then(read).transpose()?;
    let refused = |why: NoMoment| {
        let hint = match why {
            NoMoment::Unread(ref why) => why.hint(),
            _ => format!("See every entry by its name with: breachbook log {name}"),
        };
        Failure::refused(why.to_string(), hint)
    };
    let last = Upto::Entry(state.log.len().saturating_sub(1));
    let upto = args.at.as_ref().map_or(Ok(last), |typed| Upto::read(&state, typed, now)).map_err(refused)?;
    let run = args.seen_by.as_ref().map(|typed| state.run(typed)).transpose().map_err(refused)?;
    let whole = Whole { playbook: &playbook, phones: &phones, state: &state, now };
    let Some(replay) = Replay::at(whole, &upto, run.as_ref()) else {
        let hint = format!("See when what was recorded with: breachbook log {name}");
        return Err(Failure::refused(page::NOTHING_YET, hint));
    };
    let view = replay.moment().view(&playbook, mode);
    let seals: Vec<Seal> = entries.iter().map(|sealed| sealed.seal).collect();
    let heads = state.heads_of(replay.kept(), &seals);
    let folder = Folder { case: &name, heads: &heads, damage: &damage };
    if args.json {
        if let Some(remark) = page::remark(&replay) {
            console.remark(&remark);
        }
        console.json(&contract::status(&view, folder))?;
        return Ok(FINE);
    }
    for line in told(&view, &replay, args.seen_by.as_deref(), folder) {
        console.line(&line)?;
    }
    if let Some(control) = control {
        let until = drill_lane::until(&replay);
        let lane = until.map(|until| drill_lane::lane(&view, &state, &control.state, until)).unwrap_or_default();
        console.line("")?;
        for line in lines::of(&drill_lane::page(lane)) {
            console.line(&format!("EXERCISE  {line}"))?;
        }
    }
    Ok(FINE)
}
