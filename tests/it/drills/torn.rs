//! A console that is killed while it sends: whoever sends the inject again sends the same release, once, whatever the disk kept.

use super::conduct::{FIGURES, PLACED, STEPS, play};
use super::table::Table;
use breachbook::case::Fact;
use breachbook::record::verbs::message;
use std::path::{Path, PathBuf};

/// The journal of a folder that holds an entry of this kind last, and where its block begins.
fn last_block(journals: &Path, kind: &str) -> (PathBuf, String, usize) {
    let files = std::fs::read_dir(journals).unwrap().map(|file| file.unwrap().path());
    let found = files.filter_map(|path| {
        let text = std::fs::read_to_string(&path).ok()?;
        let at = text.rfind("[[entry]]\n")?;
        text[at..].contains(&format!("kind = \"{kind}\"")).then_some((path, text, at))
    });
    found.last().unwrap()
}

fn releases(table: &Table) -> usize {
    let state = table.conduct.as_ref().unwrap().case().state();
    state.releases().filter(|at| state.counts(*at)).count()
}

#[test]
fn a_release_that_a_killed_console_left_torn_is_sent_again_once_wherever_it_was_torn() {
    let mut table = Table::worked();
    let mut player = table.player();
    for (clock, step) in &STEPS[..2] {
        step(&mut table, &mut player, clock);
    }
    table.conduct = None;
    let (path, text, at) = last_block(&table.case().journals_path(), "released");
    let cuts = (at..text.len()).step_by(37).chain([text.len() - 2, text.len() - 1]);
    for cut in cuts {
        // Whatever a run wrote that was opened meanwhile goes again.
        for other in std::fs::read_dir(path.parent().unwrap()).unwrap().map(|file| file.unwrap().path()) {
            let own = std::fs::read_to_string(&other).unwrap();
            if other != path && own.contains("sight = \"facilitator\"") {
                std::fs::remove_file(other).unwrap();
            }
        }
        std::fs::write(&path, &text[..cut]).unwrap();
        table.conduct = Some(table.open().unwrap());
        assert_eq!(releases(&table), 0, "nothing is shown as sent that is not whole, cut at {cut}");
        table.lead("10:00:40").send("1").unwrap();
        assert_eq!(releases(&table), 1, "cut at {cut}");
        // The players' laptop had got it whole before the power went, and its copy comes back.
        table.conduct = None;
        std::fs::write(&path, &text).unwrap();
        table.conduct = Some(table.open().unwrap());
        let conduct = table.lead("10:00:50");
        let both = conduct.case().state().log.iter().filter(|row| matches!(row.recorded.fact, Fact::Released { .. }));
        assert_eq!(both.count(), 2, "both tries stand in the record");
        assert_eq!(releases(&table), 1, "and it went out once, cut at {cut}");
        let refused = table.lead("10:01:00").send("1").unwrap_err().to_string();
        assert!(refused.contains("was sent already"), "{refused}");
        table.conduct = None;
    }
}

#[test]
fn a_release_that_was_sent_twice_is_read_once_counted_once_and_taken_back_once() {
    let mut table = Table::worked();
    table.lead("10:00:00").start().unwrap();
    // Two consoles that do not see each other: neither is refused.
    let journals = table.case().journals_path();
    let first = table.conduct.take().unwrap();
    let before: Vec<_> = std::fs::read_dir(&journals).unwrap().map(|file| file.unwrap().path()).collect();
    let known: Vec<_> = before.iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect();
    table.conduct = Some(first);
    table.lead("10:00:30").send("1").unwrap();
    let whole: Vec<_> = before.iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect();
    table.conduct = None;
    for (path, bytes) in &known {
        std::fs::write(path, bytes).unwrap();
    }
    table.conduct = Some(table.open().unwrap());
    table.lead("10:00:45").send("1").unwrap();
    let mut player = table.player();
    let (at, more) = player.waiting_inject().unwrap();
    assert_eq!(more, 0);
    let taken = message::of(&player.view(), at);
    player.submit(&taken).unwrap();
    for (path, bytes) in &whole {
        std::fs::write(path, bytes).unwrap();
    }
    player.refresh().unwrap();
    assert_eq!(player.waiting_inject(), None, "it was read, by whichever entry it came");
    let conduct = table.lead("10:01:00");
    let state = conduct.case().state();
    let known: Vec<_> = state.releases().collect();
    assert_eq!(known.len(), 1);
    assert_eq!(state.taken(&state.at(known[0]).id).count(), 1);
    assert_eq!(conduct.played().first().unwrap().played_ms, 30_000, "figures count from the first of the two");
    // This console knows only the second as its own, and taking that back takes the release back.
    conduct.take_back(None).unwrap();
    let state = conduct.case().state();
    assert_eq!(state.releases().filter(|at| state.counts(*at)).count(), 0);
    // Sent after that, it is a new one, and players read it again.
    conduct.send("1").unwrap();
    let state = conduct.case().state();
    assert_eq!(state.releases().filter(|at| state.counts(*at)).count(), 1);
    assert_eq!(state.releases().count(), 2);
    player.refresh().unwrap();
    assert!(player.waiting_inject().is_some());
}

/// What is planned lies in one folder and what went out in the other: each may be lost alone.
#[test]
fn what_was_planned_and_what_went_out_may_be_torn_alone_and_the_figures_stay() {
    for kind in ["planned", "released"] {
        let mut table = Table::worked();
        let mut player = table.player();
        play(&mut table, &mut player, |at, table| {
            if at != 5 {
                return;
            }
            table.lead("10:12:10").hold("2", Some("too early")).unwrap();
            let mut wanted = String::new();
            if kind == "released" {
                table.lead("10:14:00").send("2").unwrap();
                wanted = "released".into();
            }
            let folder = match kind {
                "planned" => table.conduct.as_ref().unwrap().control().folder().journals_path(),
                _ => table.case().journals_path(),
            };
            table.conduct = None;
            let (path, text, at) = last_block(&folder, if wanted.is_empty() { "planned" } else { "released" });
            std::fs::write(path, &text[..at + 40]).unwrap();
            table.conduct = Some(table.open().unwrap());
            let conduct = table.conduct.as_ref().unwrap();
            let stands = conduct.plan().slot("2").unwrap().stands;
            let held = stands == breachbook::drill::plan::Stands::Held;
            assert_eq!(held, kind == "released", "what is whole counts, {kind}");
            assert_eq!(conduct.case().state().releases().count(), 1);
        });
        assert_eq!(table.told(), PLACED, "{kind} was torn");
        assert_eq!(table.figures(), FIGURES, "{kind} was torn");
    }
}
