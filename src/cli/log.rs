//! `log`: everything that was recorded, in the order in which people knew of it.

use super::console::Console;
use super::failure::{FINE, Failure};
use super::place::Place;
use super::reading::Reading;
use super::table;
use crate::base::EventTime;
use crate::contract;
use crate::journal::Mode;
use crate::page::log::{Told, ends, is_told, struck_by, told, who};
use clap::Args;
use std::path::PathBuf;

/// Arguments of `log`.
#[derive(Args, Debug)]
pub struct LogArgs {
    /// Its folder, or the short name that `list` shows.
    #[arg(value_name = "CASE")]
    case: PathBuf,
    /// As a JSON array, every entry with all its fields.
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// As comma-separated values, safe to open in a spreadsheet; each time also in UTC.
    #[arg(long)]
    csv: bool,
    /// With --csv: begin with the byte-order mark by which spreadsheets know UTF-8. Without it there is never one.
    #[arg(long, requires = "csv")]
    bom: bool,
}

const COLUMNS: [&str; 20] = [
    "mode",
    "number",
    "recorded",
    "recorded_utc",
    "happened",
    "happened_utc",
    "late",
    "kind",
    "item",
    "title",
    "value",
    "by",
    "actor",
    "note",
    "replaced_by",
    "id",
    "name",
    "replaced_by_name",
    "struck_by",
    "cut_off",
];

/// Prints the log. It works without the playbook, too: answers then stand in their stored form.
pub fn log(args: &LogArgs, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let reading = Reading::of(place, &args.case)?;
    reading.warn(console);
    let playbook = reading.playbook.as_ref().ok();
    if playbook.is_none() {
        console.remark("The playbook kept in this case cannot be read, so titles are left out.");
        console
            .remark("The entries do not depend on it; look for the folder \"playbook\" in another copy of the case.");
    }
    if args.json {
        console.json(&contract::log::log(&reading.state, &reading.entries, playbook, (reading.mode, reading.now)))?;
        return Ok(FINE);
    }
    if args.csv {
        if args.bom {
            console.out.write_all("\u{feff}".as_bytes())?;
        }
        console.line(&table::row(COLUMNS))?;
    }
    for at in (0..reading.entries.len()).filter(|at| args.csv || is_told(&reading.state, *at)) {
        let words = told(playbook, &reading.state, at, reading.now);
        let line = if args.csv { csv(&reading, &words, at) } else { line(&reading, &words, at) };
        console.line(&line)?;
    }
    if let Some(ends) = ends(&reading.state).filter(|_| !args.csv) {
        console.line(&format!("{}{ends}; --json and --csv list each.", lead(reading.mode)))?;
    }
    Ok(FINE)
}

/// `k4-14  22 Nov 02:13  Yes · Are multiple individuals affected? (multiple_individuals)  by R. Okafor`
fn line(reading: &Reading, words: &Told, at: usize) -> String {
    let recorded = reading.state.at(at);
    let note = recorded.who.note.as_ref().map_or_else(String::new, |note| format!("  Remark: {note}"));
    let happened = recorded.who.happened.map_or_else(String::new, |time| {
        let late = if recorded.is_late() { ", written down late" } else { "" };
        format!("  (happened {}{late})", time.short_in(reading.now))
    });
    let watch = reading.state.by_the_watch(recorded);
    let watch = watch.map_or_else(String::new, |watch| format!(" (by the watch {})", watch.short_in(reading.now)));
    let replaced = reading
        .state
        .replaced_by(at)
        .map_or_else(String::new, |later| format!("  [replaced by {}]", reading.state.name(later)));
    let cut_off = if reading.state.is_cut_off(&recorded.id) { "  [cut off: does not count]" } else { "" };
    let struck = struck_by(&reading.state, at).map_or_else(String::new, |by| format!("  [struck out by {by}]"));
    format!(
        "{}{}  {}{watch}  {}  {}{happened}{note}{replaced}{cut_off}{struck}",
        lead(reading.mode),
        reading.state.name(at),
        recorded.at.short_in(reading.now),
        words.in_full(),
        who(recorded)
    )
}

/// What each line of an exercise begins with.
fn lead(mode: Mode) -> &'static str {
    match mode {
        Mode::Exercise => "EXERCISE  ",
        Mode::Live => "",
    }
}

fn csv(reading: &Reading, words: &Told, at: usize) -> String {
    let recorded = reading.state.at(at);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    table::row([
        reading.mode.word(),
        (at + 1).to_string().as_str(),
        &recorded.at.to_text(),
        &recorded.at.to_utc_text(),
        &recorded.who.happened.map(EventTime::to_text).unwrap_or_default(),
        &recorded.who.happened.map(EventTime::to_utc_text).unwrap_or_default(),
        if recorded.is_late() { "late" } else { "" },
        &words.kind,
        &text(&words.item),
        &text(&words.title),
        &words.value,
        &recorded.who.by,
        &text(&recorded.who.actor),
        &text(&recorded.who.note),
        &reading.state.replaced_by(at).map(|later| (later + 1).to_string()).unwrap_or_default(),
        &recorded.id.to_string(),
        &reading.state.name(at),
        &reading.state.replaced_by(at).map(|later| reading.state.name(later)).unwrap_or_default(),
        &reading.state.struck_by(&recorded.id).map(|by| reading.state.name(by)).unwrap_or_default(),
        if reading.state.is_cut_off(&recorded.id) { "cut off" } else { "" },
    ])
}
