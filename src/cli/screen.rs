//! The full screen, from the command line.

use super::console::Console;
use super::failure::{FINE, Failure};
use super::place::Place;
use super::playbook_files;
use crate::store::CaseFolder;
use crate::store::disk::RealDisk;
use crate::tui::{Env, Look, Offer, Start, bundled_offers, run};
use std::env;
use std::io::{IsTerminal, stdin, stdout};
use std::path::Path;

/// Opens the full screen, on a case or on the list of cases.
pub fn screen(
    place: &Place,
    case: Option<&Path>,
    by: Option<&str>,
    (light, mine): (bool, bool),
    console: &mut Console<'_>,
) -> Result<u8, Failure> {
    // Whatever is opened from there, players may look on.
    place.players()?;
    let person = place.person(by)?;
    let folder = case.map(|case| place.case(case)).transpose()?;
    let name = folder.as_ref().map_or_else(|| "CASE".to_owned(), CaseFolder::name);
    let instead = format!("Walk line by line instead: breachbook walk {name} --plain");
    let start = folder.map_or(Start::Home, Start::Case);
    run_on(start, place, person, (light, mine), &instead, console)
}

/// Runs the full screen; where the terminal cannot show it, `instead` says what does.
pub fn run_on(
    start: Start,
    place: &Place,
    person: String,
    (light, mine): (bool, bool),
    instead: &str,
    console: &mut Console<'_>,
) -> Result<u8, Failure> {
    if !(stdin().is_terminal() && stdout().is_terminal()) {
        return Err(Failure::refused("The full screen needs a terminal.", instead));
    }
    if env::var("TERM").is_ok_and(|term| term == "dumb") {
        return Err(Failure::refused("This terminal cannot show the full screen (TERM=dumb).", instead));
    }
    let surroundings = Env {
        library: place.library()?.root().to_owned(),
        person,
        mine,
        login: place.login().to_owned(),
        look: Look::of(light, |name| env::var(name).ok()),
        offers: Box::new(offers),
        clock: {
            let clocks = place.clocks();
            Box::new(move || clocks())
        },
        disk: Box::new(|| Box::new(RealDisk)),
        phones: place.phone_reader(),
    };
    let ending = run(start, surroundings)
        .map_err(|error| Failure::refused(format!("{error:#}."), "What was recorded is on the disk."))?;
    for line in ending.lines() {
        console.remark(&line);
    }
    match ending.not_ended {
        None => Ok(FINE),
        Some(why) => Err(Failure::NotRecorded { message: why.what(), hint: why.still_there().into() }),
    }
}

/// The bundled playbooks, and the person's own; an own one takes the place of a bundled one with the same id, and says so.
fn offers() -> Vec<Offer> {
    let mut offers = bundled_offers();
    for offer in &mut offers {
        offer.letters = playbook_files::letter_folders(None, &offer.id);
    }
    for (path, summary) in playbook_files::own() {
        let Ok(sources) = playbook_files::read(&path) else { continue };
        let bundled = offers.iter().position(|offer| offer.id == summary.id);
        let instead = if bundled.is_some() { " (your own, instead of the bundled one)" } else { " (your own)" };
        let own = Offer {
            about: format!("{}{instead}", summary.organisation),
            kind: summary.kind,
            review_by: summary.review_by,
            letters: playbook_files::letter_folders(Some(&path), &summary.id),
            id: summary.id,
            title: summary.title,
            files: sources.into_iter().map(|source| (source.name, source.text.into_bytes().into())).collect(),
        };
        match bundled {
            Some(at) => offers[at] = own,
            None => offers.push(own),
        }
    }
    offers
}
