//! Looking back on the same screens: by `:replay`, from a row of Record, by arrows, by a time or a word; and nothing is written.

use crate::support::stage::Stage;
use std::collections::BTreeMap;
use std::path::Path;

/// A night of four entries, a minute apart: opened, a call that nobody answers, a call that is answered, a note.
fn night() -> Stage {
    let stage = Stage::trinity().after(60).keys("g c 3 <ctrl-s>").after(60);
    let stage = stage.keys("g c 1 \"D. Marsh\" <ctrl-s>").after(60);
    stage.keys("g r w \"The office is informed\" <ctrl-s>").after(600)
}

/// Every file below a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = std::fs::read(&path).unwrap();
                found.insert(path.display().to_string(), bytes);
            }
        }
    }
    found
}

#[test]
fn replay_steps_through_the_entries_and_says_what_each_switched() {
    let stage = night().keys(": \"replay\" <enter>").shows(" LIVE ").shows("REPLAY 02:16:44 · 4 of 4 · read only");
    let stage = stage.shows("✓ k4-4 02:16  Note: The office is informed").shows("← → one entry");
    let stage = stage.keys("<left>").shows("REPLAY 02:15:44 · 3 of 4").shows("✓ k4-3 02:15  Reached: D. Marsh");
    let stage = stage.keys("<left>").shows("REPLAY 02:14:44 · 2 of 4").shows("✓ k4-2 02:14  No answer");
    let stage = stage.keys("<home>").shows("1 of 4").shows("✓ k4-1 02:13  Case opened").keys("<left>").shows("1 of 4");
    let stage =
        stage.keys("<right>").shows("2 of 4").keys("<pagedown>").shows("4 of 4").keys("<pageup>").shows("1 of 4");
    stage.keys("<end>").shows("4 of 4").keys("<right>").shows("4 of 4");
}

#[test]
fn a_row_of_record_leads_to_the_case_as_it_was_after_it_and_esc_to_the_row() {
    let stage = night().keys("g r <up> <up> l").shows("REPLAY 02:14:44 · 2 of 4").shows("[Record]").shows("1-2 of 2");
    let stage = stage.shows("▸ k4-2").shows_not("Reached").keys("<esc>").shows("By time recorded").shows("▸ k4-2");
    stage.shows("1-4 of 4").shows_not("REPLAY").shows("R. Okafor");
}

#[test]
fn every_screen_shows_what_was_known_then() {
    let stage = night().keys("g r <up> <up> l");
    // The call was tried, and not made.
    let stage = stage.keys("g s").shows("REPLAY").shows("[Steps").shows("tried once");
    let stage = stage.keys("<tab>").shows("[Calls").keys("<tab>").shows("[Tests]").keys("<tab> <tab>").shows("[Paper]");
    let stage = stage.keys("g c").shows("REPLAY 02:14:44").keys("<right>").shows("REPLAY 02:15:44").shows("[Calls");
    stage.keys("g s").shows_not("tried once");
}

#[test]
fn every_verb_is_refused_and_nothing_is_written() {
    let mut stage = night().keys("g r <up> <up> l");
    let before = files(&stage.library().join("cases"));
    let refused = "This is 02:14. Esc returns to now.";
    for screen in ["g g", "g s", "g c", "g t", "g r", "g p"] {
        stage = stage.keys(screen);
        for key in ["w", "z", "e", "o", "p", "+", "d", "a", "-", "=", "y", "1", "b", "f"] {
            stage = stage.keys("<home> <right>").shows_not(refused).keys(key).shows("REPLAY 02:14:44 · 2 of 4");
            let shown = stage.text();
            assert!(shown.contains(refused) || !shown.contains("Enter record"), "{screen} {key}:\n{shown}");
        }
    }
    for command in ["close the case", "time check", "hand over", "seal", "add", "fill in together", "any other call"] {
        stage = stage.keys(&format!("g g : \"{command}\" <enter>")).shows(refused).shows("REPLAY 02:14:44 · 2 of 4");
    }
    stage = stage.keys("g g <enter>").shows(refused).keys("g c <enter>").shows(refused);
    assert_eq!(files(&stage.library().join("cases")), before);
}

#[test]
fn a_slash_finds_a_moment_by_its_time_by_an_entry_and_by_a_word() {
    let stage = night().keys(": \"replay\" <enter> / \"02:15\"").shows("moment    22 Nov 02:15");
    let stage = stage.keys("<enter>").shows("REPLAY 02:15:00 · 2 of 4").keys("<right>").shows("3 of 4");
    let stage = stage.keys("/ \"k4-2\" <enter>").shows("REPLAY 02:14:44 · 2 of 4");
    let stage = stage.keys("/ \"informed\" <enter>").shows("4 of 4").shows("Note: The office is informed");
    stage.keys("/ \"01:00\" <enter>").shows("Nothing had been recorded by then.").shows("4 of 4");
}

#[test]
fn a_line_that_was_begun_and_a_place_stand_as_they_were_once_one_is_back() {
    let stage = Stage::every_kind().keys("\"nobody kn\"").shows("nobody kn");
    let stage = stage.keys("<esc>").keys("g r l").shows("REPLAY").keys("g s <down> <down>").keys("<esc>");
    stage.shows("[Record]").shows_not("REPLAY").keys("g h").shows("Go on with").keys("<esc>").shows("[Now]");
}

#[test]
fn going_home_ends_looking_back() {
    night().keys("g r l g h").shows("Go on with").shows_not("REPLAY").keys("<esc>").shows("[Now]").shows_not("REPLAY");
}

#[test]
fn an_exercise_stays_one_in_every_moment_of_its_past() {
    let stage =
        Stage::home().chooses("trinity").keys("t <enter>").after(60).keys("g c 3 <ctrl-s>").keys("g r l <left>");
    let text = stage.at(120, 40).text();
    let first = text.lines().next().unwrap();
    assert!(
        first.contains(" EXERCISE ") && first.ends_with("EXERCISE") && first.contains("1 of 2 · read only"),
        "{text}"
    );
    assert!(text.lines().any(|line| line.contains("EXERCISE  ✓ k4-1 02:13  Case opened")), "{text}");
}

#[test]
fn a_real_event_stops_the_exercise_from_any_moment_of_its_past() {
    let stage =
        Stage::home().chooses("trinity").keys("t <enter>").after(60).keys("g c 3 <ctrl-s>").keys("g r l <left>");
    let stage = stage.shows("1 of 2 · read only").keys("!").shows_not("read only");
    assert_eq!(stage.app.case().unwrap().state().log.len(), 3, "it is recorded at once");
}

#[test]
fn what_others_record_meanwhile_is_told_and_the_moment_stays() {
    let stage = night().keys("g r <up> <up> l").shows("2 of 4");
    let case = stage.app.case().unwrap().folder().path().to_owned();
    let folder = breachbook::store::CaseFolder::open(&case).unwrap();
    let clock =
        breachbook::base::FixedClock::at(breachbook::base::Stamp::parse("2026-11-22T02:30:00.000+10:30").unwrap());
    let mut other = breachbook::session::Session::open(folder, "Jo Park", Box::new(clock)).unwrap();
    other.submit(&crate::verbs::draft("note", "", &[("text", "From the other laptop")])).unwrap();
    let stage = stage.after(1).shows("Jo Park: Note: From the other laptop").shows("REPLAY 02:14:44 · 2 of 5");
    stage.keys("<end>").shows("5 of 5").shows("Note: From the other laptop");
}

#[test]
fn it_fits_on_every_size() {
    for (columns, lines) in [(60, 16), (60, 20), (80, 24), (120, 40)] {
        let stage = night().at(columns, lines).keys("g r <up> <up> l").shows("REPLAY 02:14:44 · 2 of 4 · read only");
        stage.shows("k4-2").shows("LIVE");
    }
    night().at(50, 12).keys("g r <up> <up> l").shows("REPLAY 02:14:44 · 2 of 4");
}
